"""Which time of the text belongs to an event, and which to the saying of it."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.lemmas import lemma_of
from kg.extract.scope.scope import Scope
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.times import TimeMention
from kg.language.tree import Token, Tree
from kg.model import TimeSpan

_MOST_HOPS = 12
"""Longest way from a time up to what it belongs to; longer ones are misparses."""
_LINKS = frozenset({"ADP", "SCONJ", "SPACE"})
"""Parts of speech of the word that may end a time and belong to what follows: 'after'."""


class Timing:
    """The times of one article, asked for those of an event."""

    def __init__(self, tree: Tree, found: tuple[TimeMention, ...], lexicon: Lexicon) -> None:
        self._tree, self._found = tree, found
        self._dated = frozenset(lexicon.nouns).union(
            lexicon.mentions.event_nouns,
            lexicon.mentions.claim_nouns,
            lexicon.mentions.content_nouns,
            lexicon.parties.document_nouns,
            lexicon.speech.comment_nouns,
            lexicon.speech.offering_nouns,
        )

    def of(self, trigger: Token, scope: Scope, roles: Iterable[Token]) -> TimeSpan | None:
        """The first time that hangs on `trigger`, on the words of its `roles` or on its verb."""
        chain = {trigger.i, *(t.i for t in roles)}
        fitting = (m.span for m in self._found if self._belongs(m, trigger, scope, chain))
        return next(fitting, None)

    def said(self, trigger: Token, scope: Scope, roles: Iterable[Token]) -> TimeSpan | None:
        """When the claimant said so: a time that hangs on the speaker or on the verb of speech."""
        chain = {trigger.i, *(t.i for t in roles)}
        speech = {*scope.speakers, *(syntax.governor(s)[1] for s in scope.speakers)}
        for mention in self._found:
            last = self._last(mention)
            if last is None or last.sentence_at != trigger.sentence_at:
                continue
            if not self._belongs(mention, trigger, scope, chain) and _is_of_speech(last, speech):
                return mention.span
        return None

    def _belongs(self, mention: TimeMention, trigger: Token, scope: Scope, chain: set[int]) -> bool:
        """Whether the time hangs on the event word, on its roles, or on a verb it fills."""
        token = self._last(mention)
        if token is None or token.sentence_at != trigger.sentence_at:
            return False
        node, of_another = token, False
        for _ in range(_MOST_HOPS):
            if node.i in chain:
                return True
            if syntax.is_verbal(node) and not mention.start <= node.idx < mention.end:
                return not of_another and _same_event(token, node, trigger, scope)
            # 'took part in the May 7 attacks and died in a strike': the day is that of the attacks
            of_another |= node.idx >= mention.end and lemma_of(node) in self._dated
            if node.pos in ("NOUN", "PROPN") and node.idx < mention.start:
                if _is_subject_of_event(node, trigger, scope):
                    return True
                if not self._passes_on(node):
                    return False
            node = syntax.governor(node)[1]
        return False

    def _passes_on(self, noun: Token) -> bool:
        """'seized towns in the south in June': nothing that has a time of its own."""
        return syntax.governor(noun)[0] != "subject" and lemma_of(noun) not in self._dated

    def _last(self, mention: TimeMention) -> Token | None:
        """The last word of a time; 'days' of 'two days after', whatever 'after' belongs to."""
        token = self._tree.at(mention.end - 1)
        while token is not None and token.pos in _LINKS and mention.start < token.idx:
            token = token.neighbour(-1)
        return token


def _is_of_speech(word: Token, speech: set[Token]) -> bool:
    """Whether `word` hangs on one of `speech` with no verb in between."""
    for _ in range(_MOST_HOPS):
        word = syntax.governor(word)[1]
        if word in speech or syntax.is_verbal(word):
            return word in speech
    return False


def _is_subject_of_event(noun: Token, trigger: Token, scope: Scope) -> bool:
    """'Zambia on Thursday sent ...': the time between the subject and the verb of the event."""
    link, verb = syntax.governor(noun)
    above, light = syntax.governor(trigger)
    mine = verb == trigger or (above == "object" and verb == light)
    return link == "subject" and mine and lemma_of(verb) not in _speech(scope)


def _same_event(token: Token, verb: Token, trigger: Token, scope: Scope) -> bool:
    """A time behind the event word, or a verb between them that is no speech."""
    link, above = syntax.governor(trigger)
    if verb != above or link not in ("complement", "object", "subject", "oblique"):
        return False
    if verb.i < trigger.i < token.i:
        return True
    return verb not in scope.cues or lemma_of(verb) not in _speech(scope)


def _speech(scope: Scope) -> set[str]:
    """Lemmas of the verbs whose subjects speak."""
    heads = {syntax.governor(s)[1] for s in scope.speakers}
    return {lemma_of(h) for h in heads}
