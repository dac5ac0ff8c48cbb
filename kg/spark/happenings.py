"""Claims of many articles to events: the steps of `kg.link.happenings`, each by its own key.

Sights meet in the lines of `kg.link.candidates`, which Spark sorts; likely pairs make components,
and each of these is gathered as a corpus of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.link import happenings as rules
from kg.link.candidates import keys, neighbours, place
from kg.link.classes import class_tree
from kg.link.group import Group, Told
from kg.link.likeness import likeness
from kg.link.rate import key as rate_key
from kg.link.rate import with_rates
from kg.spark.components import components
from kg.spark.pieces import Gathering, Piece, together
from kg.spark.session import spread

if TYPE_CHECKING:
    from pyspark import RDD

Id = tuple[str, int, int, str]
"""The place of the first claim: it names what one article tells, and an event."""
Line = tuple[tuple[tuple[str, ...], Any], tuple[bool, Told]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The events, and what stays with its series alone."""

    events: RDD[Gathering]
    vague: RDD[Gathering]


def happenings(pieces: RDD[Piece], parts: int) -> Gathered:
    """The groups of all that articles tell, as `kg.link.happenings.happenings` finds them."""
    rated = pieces.map(lambda p: (_rate_key(p.told), p)).groupByKey(parts).flatMap(_rated).persist()
    firm = rated.filter(_is_firm).map(lambda p: (p.told.first, p)).partitionBy(parts).persist()
    vague = rated.filter(lambda p: not _is_firm(p)).map(lambda p: (p.told.first, p))
    events = _over_articles(firm, parts).persist()
    chosen = _chosen(events, vague, parts).persist()
    placed = chosen.join(vague, parts).map(
        lambda held: (held[1][0][1], (held[1][0][0], held[1][1]))
    )
    whole = events.map(lambda g: (g.group.first, g)).cogroup(placed, parts).values().map(_placed)
    left = vague.subtractByKey(chosen, parts).values()
    disputed = (
        left.map(lambda p: (_kind(p.told), p)).groupByKey(parts).flatMap(_in_dispute).persist()
    )
    return Gathered(
        whole.union(disputed.filter(lambda one: one[0]).values()),
        disputed.filter(lambda one: not one[0]).values(),
    )


def _rate_key(told: Told) -> tuple[object, ...]:
    root, actors, recipients = rate_key(told, class_tree())
    return root, tuple(sorted(actors)), tuple(sorted(recipients))  # type: ignore[call-overload]


def _rated(held: tuple[Any, Iterable[Piece]]) -> Iterator[Piece]:
    pieces = list(held[1])
    told = with_rates([piece.told for piece in pieces], class_tree())
    return (replace(p, told=t) for p, t in zip(pieces, told, strict=True))


def _is_firm(piece: Piece) -> bool:
    return rules.is_firm(piece.told, class_tree())


def _lines(
    told: RDD[tuple[bool, Told]], parts: int, pair: Callable[..., Iterator[Any]]
) -> RDD[Any]:
    """What `pair` makes of each two that are near in a line; a line is sorted and never held."""
    keyed = told.flatMap(_keyed)
    ordered = keyed.repartitionAndSortWithinPartitions(parts, lambda key: spread(key[0]))

    def paired(lines: Iterable[Line]) -> Iterator[Any]:
        for _, line in groupby(lines, key=lambda one: one[0][0]):
            for one, other in neighbours((seen for _, seen in line), lambda seen: seen[1]):
                yield from pair(one, other)

    return ordered.mapPartitions(paired)


def _keyed(one: tuple[bool, Told]) -> Iterator[Line]:
    is_vague, told = one
    slim = Told(told.members[:1], told.sight)
    return (((key, place(told)), (is_vague, slim)) for key in keys(told, class_tree()))


def _likely(one: tuple[bool, Told], other: tuple[bool, Told]) -> Iterator[tuple[Id, Id]]:
    first, second = sorted((one[1], other[1]), key=lambda told: told.first)
    if rules.chance_across(first, second, likeness()) >= rules.SURE:
        yield first.first, second.first


def _over_articles(firm: RDD[tuple[Id, Piece]], parts: int) -> RDD[Gathering]:
    edges = _lines(firm.values().map(lambda p: (False, p.told)), parts, _likely).distinct(parts)
    edges = edges.persist()
    top = components(edges)
    pieces = firm.leftOuterJoin(top, parts).map(lambda h: (h[1][1] or h[0], h[1][0]))
    joined = edges.join(top, parts).map(lambda h: (h[1][1], (h[0], h[1][0])))
    return pieces.cogroup(joined, parts).values().flatMap(lambda held: _gathered(*held))


def _gathered(pieces: Iterable[Piece], edges: Iterable[tuple[Id, Id]]) -> Iterator[Gathering]:
    ordered = sorted(pieces, key=lambda piece: piece.told.first)
    at = {piece.told.first: number for number, piece in enumerate(ordered)}
    beside = [(at[one], at[other]) for one, other in edges]
    by_claim = {m.claim.id: piece for piece in ordered for m in piece.told.members}
    for group in rules.over_articles([piece.told for piece in ordered], beside, likeness()):
        yield _with_beside(group, by_claim)


def _with_beside(group: Group, by_claim: dict[str, Piece]) -> Gathering:
    found = {id(piece): piece for m in group.members if (piece := by_claim[m.claim.id])}
    return Gathering(group, together(piece.beside for piece in found.values()))


def _chosen(
    events: RDD[Gathering], vague: RDD[tuple[Id, Piece]], parts: int
) -> RDD[tuple[Id, tuple[float, Id]]]:
    """The one event that each of `vague` is likely about, where there is one."""
    firm = events.map(lambda g: (False, Told(tuple(g.group.members), g.group.sight)))
    told = firm.union(vague.map(lambda held: (True, held[1].told)))
    scored = _lines(told, parts, _about).distinct(parts).groupByKey(parts)
    return scored.flatMap(_only)


def _about(
    one: tuple[bool, Told], other: tuple[bool, Told]
) -> Iterator[tuple[Id, tuple[float, Id]]]:
    if one[0] != other[0]:
        vague, event = (one[1], other[1]) if one[0] else (other[1], one[1])
        chance = rules.chance_about(vague, event.sight, likeness())
        yield vague.first, (chance, event.first)


def _only(held: tuple[Id, Iterable[tuple[float, Id]]]) -> Iterator[tuple[Id, tuple[float, Id]]]:
    found = rules.only(held[1])
    if found:
        yield held[0], found


def _placed(held: tuple[Iterable[Gathering], Iterable[tuple[float, Piece]]]) -> Gathering:
    [event], found = held
    group, added = event.group, sorted(found, key=lambda one: one[1].told.first)
    for chance, piece in added:
        rules.place(piece.told, group, chance, likeness())
    group.members.sort(key=lambda member: member.order)
    return Gathering(group, together((event.beside, *(piece.beside for _, piece in added))))


def _kind(told: Told) -> tuple[object, ...]:
    seen = told.sight
    return seen.event_class, tuple(sorted(seen.actors)), tuple(sorted(seen.recipients))


def _in_dispute(held: tuple[Any, Iterable[Piece]]) -> Iterator[tuple[bool, Gathering]]:
    pieces = sorted(held[1], key=lambda p: (p.told.article, p.told.sight.item, p.told.first))
    by_claim = {m.claim.id: piece for piece in pieces for m in piece.told.members}
    found, left = rules.in_dispute([piece.told for piece in pieces], class_tree())
    yield from ((True, _with_beside(group, by_claim)) for group in found)
    yield from ((False, _with_beside(rules.alone(told), by_claim)) for told in left)
