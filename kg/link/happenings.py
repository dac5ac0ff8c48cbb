"""Which claims are about one event. The rule, for a researcher to read:

1. A claim that takes up another ("these claims") is about that one's event.
2. What one article, or one item of a digest, tells is gathered first: claims of one kind are about
   one event where that is likelier than not by all that tells it (`likeness`).
3. What articles tell is gathered the same way over the corpus, where it says anything by which one
   happening is told from the next: a date of its own or of news, a place, a thing, a figure.
4. What says none of these goes to the one event that it is likely about.
5. What is left of the same parties and class is about one event where they dispute it and nothing
   parts them in time: both sides mean the same. Else it is about no event of its series that could
   be named, and stays with the series alone.

Chances come from signs weighed as labelled events taught (`ontology/likeness.toml`). Stance, and
figures that disagree, hardly tell events apart: a dispute is about one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from kg.link.classes import ROOT, ClassTree
from kg.link.clusters import gather
from kg.link.group import Group, Told, one
from kg.link.likeness import Likeness
from kg.link.mentions import Mention
from kg.link.possible import possible
from kg.link.rate import with_rates
from kg.link.recall import Recall, afresh, content
from kg.link.sights import Sight, together
from kg.link.words import joined_by

WINDOW = 40
"""Claims after each of its article that one is compared with: most articles hold fewer."""
SURE = 0.65
"""Chance from which what two articles tell is held to be one. Of 0.5 to 0.85 it did best on
labelled disputes; and a false event of several articles does more harm than two true halves."""
FAR = 0.5
"""Share of the best chance from which a second event could be meant as well."""

BESIDE = 6
"""Members before and after one that are asked which of them it is likeliest one with."""

DISPUTED = "the same parties, of whom one says and another denies it, and nothing parts them"
"""Why claims of several articles are one event where neither tells a day, a place or a thing."""

See = Callable[[Mention], Sight]
Pair: TypeAlias = tuple[int, int]
Sure: TypeAlias = tuple[tuple[int, float], ...]
_T = TypeVar("_T")


@dataclass(frozen=True)
class Gathered:
    """The events, and what stays with its series alone; both sorted."""

    events: tuple[Group, ...]
    vague: tuple[Group, ...]


def happenings(telling: Iterable[Told], like: Likeness, recall: Recall = afresh) -> Gathered:
    """The groups of all that articles tell, as `by_article` gives it."""
    told = with_rates(list(telling), like.tree)
    firm = sorted((t for t in told if is_firm(t, like.tree)), key=lambda t: t.first)
    known = likely(firm, like, recall)
    groups = over_articles(firm, known, like, known)
    vague = [t for t in told if not is_firm(t, like.tree)]
    left = _placed(vague, groups, like)
    found, left = in_dispute(left, like.tree)
    return Gathered(
        tuple(sorted((*groups, *found), key=lambda g: g.first)), tuple(map(alone, left))
    )


def is_firm(told: Told, tree: ClassTree) -> bool:
    """Whether something tells this event from the next of its kind, or it is in dispute.

    What is disputed within one article is one thing that both sides mean.
    """
    sides = {m.claim.stance for m in told.members}
    disputed = len(sides) > 1 and len(told.members) > 1
    plain = told.sight.event_class == ROOT
    return plain or disputed or told.sight.is_anchored(tree.days_apart(told.sight.event_class))


def by_article(mentions: Iterable[Mention], see: See, like: Likeness) -> Iterator[Told]:
    """What each article, or item of a digest, tells of one event, by article and item.

    `mentions` are of claims that take up no other; `see` gives what a claim shows.
    """
    kinds: dict[tuple[str, int, str], list[Mention]] = defaultdict(list)
    for m in sorted(mentions, key=lambda m: m.order):
        kinds[m.claim.article, m.claim.item, like.tree.root(m.claim.event_class)].append(m)
    for key in sorted(kinds):
        yield from _in_one(kinds[key], see, like)


def _in_one(members: list[Mention], see: See, like: Likeness) -> Iterator[Told]:
    sights = [see(m) for m in members]
    if len(members) == 1:
        yield Told(tuple(members), sights[0])
        return

    @cache
    def chance(i: int, j: int) -> float:
        if not like.tree.fits(sights[i].event_class, sights[j].event_class):
            return 0.0  # aid is no arms transfer, though both are support
        if sights[i].event_class == ROOT:
            return float(_words(members[i]) == _words(members[j]) != "")
        return like.chance(sights[i], sights[j], inside=True)

    size = len(members)
    beside = ((i, j) for i in range(size) for j in range(i + 1, min(size, i + 1 + WINDOW)))

    def whole(one: Sequence[int], other: Sequence[int]) -> float:
        return like.chance(_all(one, sights), _all(other, sights), inside=True)

    for numbers in gather(size, beside, chance, whole):
        why = {
            members[n].claim.id: joined_by(*_best(n, numbers, sights, chance), like, inside=True)
            for n in numbers[1:]
        }
        seen = _all(numbers, sights)
        yield Told(tuple(members[n] for n in numbers), seen, why)


def _all(numbers: Iterable[int], sights: Sequence[Sight]) -> Sight:
    return together(sights[n] for n in numbers)


def _words(plain: Mention) -> str:
    return " ".join(plain.claim.label.casefold().split())


def _best(
    number: int,
    numbers: Sequence[int],
    sights: Sequence[Sight],
    chance: Callable[[int, int], float],
) -> tuple[Sight, Sight, float]:
    """A sight, the one of those beside it that it is likeliest one with, and that chance."""
    at = numbers.index(number)
    beside = numbers[max(0, at - BESIDE) : at + BESIDE + 1]
    scored = [(-chance(min(n, number), max(n, number)), n) for n in beside if n != number]
    chance_of, likeliest = min(scored)
    return sights[number], sights[likeliest], -chance_of


def chance_across(one: Told, other: Told, like: Likeness) -> float:
    """The chance that two sights, of one article or of two, are of one event; `one` is first."""
    if not like.tree.fits(one.sight.event_class, other.sight.event_class):
        return 0.0
    if one.sight.event_class == ROOT:
        return 0.0  # "a comedy" may be said of anything
    if one.article == other.article:
        inside = like.chance(one.sight, other.sight, inside=True)
        return inside if one.sight.item == other.sight.item else 0.0
    return like.chance(one.sight, other.sight, inside=False)


def likely(told: Sequence[Told], like: Likeness, recall: Recall) -> dict[Pair, float]:
    """Pairs of places in `told`, of two articles each, with their chance: SURE or more.

    Which of its neighbours are likely one with a sight follows from it and them.
    """
    near: dict[int, list[int]] = defaultdict(list)
    for i, j in possible(told, like):
        near[i].append(j)

    @cache
    def shown(number: int) -> bytes:
        return content(told[number].sight)

    def all_shown(i: int) -> bytes:
        return content(shown(i), [shown(j) for j in near[i]])

    def sure(i: int) -> Sure:
        chances = (chance_across(told[i], told[j], like) for j in near[i])
        return tuple((n, chance) for n, chance in enumerate(chances) if chance >= SURE)

    found = zip(near, recall(Sure, list(near), all_shown, sure), strict=True)
    return {(i, near[i][n]): chance for i, some in found for n, chance in some}


def over_articles(
    told: Sequence[Told],
    beside: Iterable[Pair],
    like: Likeness,
    known: Mapping[Pair, float] = MappingProxyType({}),
) -> list[Group]:
    """Events of what articles tell; `told` in order of `first`, `beside` are the likely pairs.

    `known` are chances of pairs, as far as they are known.
    What no line of pairs of a chance of SURE or more joins has nothing to do with each other, so
    that each such part of a corpus may be given alone.
    """
    sights = [t.sight for t in told]

    @cache
    def chance(i: int, j: int) -> float:
        found = known.get((i, j))
        return chance_across(told[i], told[j], like) if found is None else found

    groups = []

    def whole(one: Sequence[int], other: Sequence[int]) -> float:
        return like.chance(_all(one, sights), _all(other, sights), inside=False)

    for numbers in gather(len(told), beside, chance, whole, SURE):
        reasons = {c: why for n in numbers for c, why in told[n].why.items()}
        for n in numbers[1:]:
            found = _best(n, numbers, sights, chance)
            reasons[told[n].members[0].claim.id] = joined_by(*found, like, inside=False)
        seen = _all(numbers, sights)
        groups.append(one([told[n] for n in numbers], seen, reasons))
    return groups


def _placed(vague: list[Told], groups: list[Group], like: Likeness) -> list[Told]:
    """What is vague added to the one event that it is likely about; the rest returned."""
    firm = [Told(tuple(g.members), g.sight) for g in groups]
    beside: dict[int, list[int]] = defaultdict(list)
    for i, j in possible([*firm, *vague], like, of=len(firm)):
        if i < len(firm) <= j:
            beside[j - len(firm)].append(i)
    left = []
    for number, told in enumerate(vague):
        found = only((chance_about(told, groups[i].sight, like), i) for i in beside[number])
        if found is None:
            left.append(told)
        else:
            place(told, groups[found[1]], found[0], like)
    for group in groups:
        group.members.sort(key=lambda m: m.order)
    return left


def chance_about(told: Told, event: Sight, like: Likeness) -> float:
    """The chance that what is told without day, place or figure is about an event."""
    if not like.tree.fits(told.sight.event_class, event.event_class):
        return 0.0
    return like.chance(told.sight, event, inside=False)


def only(scored: Iterable[tuple[float, _T]]) -> tuple[float, _T] | None:
    """The likeliest event, where it is likely enough and no second one near as likely."""
    ordered = sorted(scored, key=lambda found: -found[0])
    if not ordered or ordered[0][0] < SURE:
        return None
    if len(ordered) > 1 and ordered[1][0] > ordered[0][0] * FAR:
        return None
    return ordered[0]


def place(told: Told, group: Group, chance: float, like: Likeness) -> None:
    """Add to an event what is likely about it alone; its members are left to be sorted."""
    group.members.extend(told.members)
    group.reasons.update(told.why)
    why = joined_by(told.sight, group.sight, chance, like, inside=False)
    group.reasons[told.members[0].claim.id] = f"{why}, and no other event is as likely"


def in_dispute(left: Iterable[Told], tree: ClassTree) -> tuple[list[Group], list[Told]]:
    """The events that are disputed and that nothing else tells; and what is left over.

    Only what is told of the same parties and class is looked at together.
    """
    kinds: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for told in left:
        seen = told.sight
        kinds[seen.event_class, seen.actors, seen.recipients].append(told)
    found, rest = [], []
    for same in kinds.values():
        stances = {m.claim.stance for told in same for m in told.members}
        days = [told.by for told in same if told.by is not None]
        most = tree.days_apart(same[0].sight.event_class)
        if len(stances) > 1 and (not days or (max(days) - min(days)).days <= most):
            reasons = {told.members[0].claim.id: DISPUTED for told in same[1:]}
            found.append(one(same, together(told.sight for told in same), reasons))
        else:
            rest += same
    return found, sorted(rest, key=lambda told: told.first)


def alone(told: Told) -> Group:
    """What one article tells, as a group of its own."""
    return one([told], told.sight, told.why)
