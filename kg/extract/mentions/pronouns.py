"""The personal pronouns of English by what they may stand for, and who writes an article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from kg.extract.mentions.people import People
from kg.language import syntax
from kg.language.tree import Token, Tree, present

Kind = Literal["neutral", "plural", "personal", "first"]
_FORMS: dict[Kind, frozenset[str]] = {
    "neutral": frozenset({"it", "its", "itself"}),
    "plural": frozenset({"they", "their", "them", "themselves", "both"}),
    "personal": frozenset({"he", "she", "his", "her", "him", "himself", "herself", "hers"}),
    "first": frozenset({"we", "i", "us", "our", "my", "me", "ours"}),
}
_AIMS = ("on", "upon", "against")
"""Prepositions of whom a measure is taken against: 'sanctions on X'."""
_BYLINE_LEAD = 2
"""Tokens that may stand before the name in a byline: 'By', a title."""


def kind(token: Token) -> Kind | None:
    """What `token` may stand for as a pronoun; None where it is none ('US' is a country)."""
    if token.text.isupper() and len(token) > 1:
        return None
    return next((k for k, forms in _FORMS.items() if token.lower in forms), None)


def same_subject(token: Token) -> Token | None:
    """'it has refrained, adhering to its policy': the same pronoun, as a subject before it."""
    mine = kind(token)
    if mine is None:
        return None
    for other in token.tree[token.sentence.start : token.i]:
        if kind(other) == mine and syntax.governor(other)[0] == "subject":
            return other
    return None


def own_words(token: Token, is_speech: Callable[[Token], bool]) -> Token | None:
    """'Chad said it would take part': the subject of a clause that its speaker says of itself."""
    link, verb = syntax.governor(token)
    if link != "subject" or kind(token) not in ("neutral", "personal", "plural"):
        return None
    above, speech = syntax.governor(verb)
    if above != "complement" or not is_speech(speech):
        return None
    speaker = syntax.arguments(speech).subject
    return speaker if speaker is not None and speaker.i < token.i else None


def main_subject(token: Token) -> Token | None:
    """'The soldiers were resting when they were hit': the many who are subject above."""
    link, verb = syntax.governor(token)
    above, main = syntax.governor(verb)
    if kind(token) != "plural" or link not in ("subject", "owner") or above != "adverbial":
        return None
    subject = syntax.arguments(main).subject
    return subject if subject is not None and subject.tag in ("NNS", "NNPS") else None


def addressed(token: Token) -> Token | None:
    """'X pressed Y to stop its raids', 'called on Y to withdraw its troops': Y, who is to do it."""
    clause = syntax.governor(token.head)[1] if token.tag == "PRP$" else token
    if not syntax.is_verbal(clause) or syntax.mark_of(clause) != "to":
        return None
    to_do, above = syntax.subject(clause), syntax.governor(clause)[1]
    if to_do is None or to_do.pos != "PROPN" or to_do.i > token.i or not syntax.is_verbal(above):
        return None
    return to_do if to_do != syntax.subject(above) else None


def answerable(token: Token, moves: Callable[[Token], bool]) -> Token | None:
    """'X thanked Y for its aid', 'put sanctions on Y over its raids': Y is the one meant.

    `moves` tells whether a noun names the moving of what 'of' tells: 'the dispatch of its troops'.
    """
    deed = token.head
    if token.tag != "PRP$" or deed.pos != "NOUN":
        return None
    if syntax.preposition_of(deed) == "of" and moves(syntax.governor(deed)[1]):
        deed = syntax.governor(deed)[1]
    if syntax.preposition_of(deed) not in ("for", "over"):
        return None
    link, above = syntax.governor(deed)
    thing = present(syntax.arguments(above).object) if link == "oblique" else []
    aims = [aim for host in (above, *thing) for aim in syntax.after(host, *_AIMS)]
    return next((aim for aim in (*aims, *thing) if aim.i < token.i), None)


def byline(tree: Tree, people: People, before: Token) -> int | None:
    """Token index of the person whose line above `before` has no verb: who signs the article."""
    for person in people.mentions:
        line = tree[person.start].sentence
        if person.start - line.start > _BYLINE_LEAD or line.end > before.i:
            return None
        if not any(t.tag.startswith("VB") for t in line):
            return person.start
    return None
