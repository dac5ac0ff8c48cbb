"""Which proposals of the two readers are about one event."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.context import Context
from kg.extract.propose.lexical import Told
from kg.extract.propose.proposal import Proposal
from kg.language.tree import Tree

_REACH = 6
"""Tokens that the words which two readers take for one event may lie apart: 'launched the first
of several air strikes'."""


Kin = Container[tuple[str, str]]
"""Pairs of classes that one event may have."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Numbers of a proposal of the lexicon and of one of the taught reader; None where alone."""

    lexicon: int | None
    taught: int | None


def pairs(
    tree: Tree, lexicon: Sequence[Proposal], taught: Sequence[Proposal], kin: Kin
) -> list[Pair]:
    """Which of the proposals are about one event, nearest triggers first; then those alone."""
    near = sorted(_near(tree, lexicon, taught, kin))
    mine: dict[int, int] = {}
    theirs: dict[int, int] = {}
    for _, first, second in near:
        if first not in mine and second not in theirs:
            mine[first], theirs[second] = second, first
    found = [Pair(n, mine.get(n)) for n in range(len(lexicon))]
    return found + [Pair(None, n) for n in range(len(taught)) if n not in theirs]


def _near(
    tree: Tree, lexicon: Sequence[Proposal], taught: Sequence[Proposal], kin: Kin
) -> Iterator[tuple[int, int, int]]:
    by_sentence: dict[int, list[int]] = {}
    for number, proposal in enumerate(taught):
        by_sentence.setdefault(tree[proposal.trigger].sentence.start, []).append(number)
    for first, rule in enumerate(lexicon):
        for second in by_sentence.get(tree[rule.trigger].sentence.start, ()):
            other = taught[second]
            away = abs(rule.trigger - other.trigger)
            same = _is_one_class(rule, other, kin)
            if same and (away <= _REACH or _is_linked(tree, rule, other)):
                yield away, first, second


def _is_one_class(first: Proposal, second: Proposal, kin: Kin) -> bool:
    """Whether one event may have both classes: an invasion is an attack."""
    classes = (first.event_class, second.event_class)
    return len({*classes}) == 1 or classes in kin


def _is_linked(tree: Tree, first: Proposal, second: Proposal) -> bool:
    """Whether the one trigger hangs on the other: 'carried out ... a series of strikes'."""
    one, other = tree[first.trigger], tree[second.trigger]
    return one.head == other or other.head == one


def used(context: Context, told: Iterable[Told]) -> frozenset[int]:
    """The tokens that rules have told an event by: triggers, their light verbs, what it is about.

    What the taught reader proposes there is no other event: 'launched' of 'launched an attack',
    'arms' of 'suspended arms exports'.
    """
    found: set[int] = set()
    for one in told:
        trigger, theme = one.draft.trigger, one.draft.theme
        noun = trigger.pos in ("NOUN", "PROPN")
        light = context.roles.slots.light_words.support(trigger) if noun else None
        found |= {t.i for t in (trigger, theme, light) if t is not None}
    return frozenset(found)
