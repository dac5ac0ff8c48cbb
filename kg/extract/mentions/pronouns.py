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
_AIMS = frozenset({"on", "upon", "against"})
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
    many = subject is not None and subject.tag in ("NNS", "NNPS") and subject.i < token.i
    return subject if many and not verb.i < main.i else None


def answerable(token: Token, moves: Callable[[Token], bool]) -> Token | None:
    """'X thanked Y for its aid', 'put sanctions on Y over its raids': Y is the one meant.

    `moves` tells whether a noun names the moving of what 'of' tells: 'the dispatch of its troops'.
    """
    if token.tag != "PRP$" or token.head.pos != "NOUN":
        return None
    deed = token.head
    link, above = syntax.governor(deed)
    if link == "content" and syntax.preposition_of(deed) == "of" and moves(above):
        deed = above
        link, above = syntax.governor(deed)
    if link not in ("oblique", "content") or syntax.preposition_of(deed) not in ("for", "over"):
        return None
    thing = syntax.arguments(above).object if link == "oblique" else above
    hosts = [above, *present(thing)]
    aims = (n for host in hosts for words, n in syntax.prepositions(host) if words in _AIMS)
    aim = next((n for n in aims if n.i < deed.i), None) or (thing if link == "oblique" else None)
    return aim if aim is not None and aim.i < token.i else None


def byline(tree: Tree, people: People, before: Token) -> int | None:
    """Token index of the person whose line above `before` has no verb: who signs the article."""
    for person in people.mentions:
        line = tree[person.start].sentence
        if person.start - line.start > _BYLINE_LEAD or line.end > before.i:
            return None
        if not any(t.tag.startswith("VB") or t.tag == "MD" for t in line):
            return person.start
    return None
