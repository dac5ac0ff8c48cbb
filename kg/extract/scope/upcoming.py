"""Whether an occasion is yet to come: a visit or a summit told of in a clause on what will be done.

"The minister will speak at the summit", "the talks, which were to resume on Friday", "ahead of a
visit": no word over the noun says that the event is planned, but whoever will take part in it
takes part in what has not been held. An attack that somebody "will answer" has been made, so this
is read for occasions alone (frames with `occasion`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.lemmas import lemma_of, phrase_of
from kg.knowledge.cues import Markers
from kg.language import syntax, verbal
from kg.language.hanging import below
from kg.language.tree import Token

_MOST_STEPS = 8
"""Longest way from the noun up to the verb that tells when."""
_UP = frozenset({"subject", "object", "oblique", "content", "conjunct", "modifier"})
"""Links by which an occasion takes part in the clause above."""
_TIMELESS = frozenset({"complement", "adverbial", "conjunct"})
"""Links of a verb without tense, whose time is that of the one above: 'will travel to attend'."""


class Upcoming:
    """Tells by `markers` which occasions are to come."""

    def __init__(self, markers: Markers) -> None:
        self._markers = markers

    def holds(self, noun: Token) -> bool:
        """Whether the occasion that `noun` names is yet to be held when it is told of."""
        for verb in below(noun, "relative clause"):
            if verb.tag == "VBD" or self._is_to_come(verb):
                return verb.tag != "VBD"
        for node, above in _up(noun):
            mark = syntax.preposition_of(node) or syntax.mark_of(node)
            words = {mark, lemma_of(above), phrase_of(above)}
            if words & self._markers.awaiting:
                return True
            if words & self._markers.looking_back:
                return False
            if syntax.is_verbal(above) and self._is_to_come(above):
                return True
        return False

    def _is_to_come(self, verb: Token) -> bool:
        """'will open', 'was to open', 'is due to open': said of what is yet to be."""
        if {t.lower for t in verbal.modals(verb)} & self._markers.planned_modals:
            return True
        due = verb.tag in ("VBN", "JJ") and verb.lower in self._markers.scheduled
        return due or (verbal.is_due(verb) and syntax.governor(verb)[0] not in _TIMELESS)


def _up(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The steps from `noun` to the verb of its clause, and on from one without tense."""
    node = noun
    for _ in range(_MOST_STEPS):
        link, above = syntax.governor(node)
        timeless = link in _TIMELESS and not verbal.is_finite(node)
        if not (timeless or (link in _UP and not syntax.is_verbal(node))):
            return
        yield node, above
        node = above
