"""Which proposals of the two readers are about one event."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from kg.extract.context import Context
from kg.extract.propose.lexical import Told
from kg.extract.propose.proposal import Proposal
from kg.language.tree import Tree

_REACH = 6
"""Tokens that the words which two readers take for one event may lie apart: 'launched the first
of several air strikes'."""
Kin = Container[tuple[str, str]]
"""Pairs of classes that one event may have."""


def pairs(
    tree: Tree, lexicon: Sequence[Proposal], taught: Sequence[Proposal], kin: Kin
) -> Mapping[int, int]:
    """Which proposals are about one event: numbers in `lexicon` to numbers in `taught`.

    Each is in one pair at most, and those with the nearest triggers are paired first.
    """
    found: dict[int, int] = {}
    for _, first, second in sorted(_near(tree, lexicon, taught, kin)):
        if first not in found and second not in found.values():
            found[first] = second
    return found


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
            classes = (rule.event_class, other.event_class)
            same = len({*classes}) == 1 or classes in kin  # an invasion is an attack
            if same and (away <= _REACH or _is_linked(tree, rule, other)):
                yield away, first, second


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
