"""Which things hang together by pairs; each is known by the first of its kind in order.

Few pairs are joined by the driver. Many are joined by turns of two shuffles ("large star", "small
star"), in which all that hang together end up at their smallest: some dozen turns for any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyspark import RDD

FEW = 1_000_000
"""Pairs that the driver joins itself: some hundred megabytes there."""

Edge = tuple[Any, Any]


def components(edges: RDD[Edge], few: int = FEW) -> RDD[Edge]:
    """Each thing that is in a pair, with the smallest of all that it hangs together with."""
    parts = edges.getNumPartitions()
    edges = edges.map(_ordered).filter(lambda edge: edge[0] != edge[1]).distinct(parts).persist()
    if edges.count() <= few:
        found = joined(edges.collect())
        return edges.context.parallelize(sorted(found.items()), parts)
    while True:
        turned = _turned(edges, parts).persist()
        if turned.subtract(edges, parts).isEmpty() and edges.subtract(turned, parts).isEmpty():
            return (
                turned.map(_ordered)
                .flatMap(lambda edge: (edge[::-1], (edge[0],) * 2))
                .distinct(parts)
            )
        edges = turned


def joined(edges: Iterable[Edge]) -> dict[Any, Any]:
    """Thing to the smallest of its component."""
    above: dict[Any, Any] = {}

    def top(thing: Any) -> Any:  # noqa: ANN401 - names, or places in a corpus
        while above.setdefault(thing, thing) != thing:
            above[thing] = above[above[thing]]
            thing = above[thing]
        return thing

    for one, other in edges:
        low, high = sorted((top(one), top(other)))
        above[high] = low
    return {thing: top(thing) for thing in list(above)}


def _ordered(edge: Edge) -> Edge:
    return min(edge), max(edge)


def _turned(edges: RDD[Edge], parts: int) -> RDD[Edge]:
    both = edges.flatMap(lambda edge: (edge, edge[::-1]))
    large = both.groupByKey(parts).flatMap(large_star).map(_ordered).distinct(parts)
    small = large.map(lambda edge: edge[::-1]).groupByKey(parts).flatMap(small_star)
    return small.map(_ordered).distinct(parts)


def large_star(held: tuple[Any, Iterable[Any]]) -> Iterator[Edge]:
    """Larger neighbours of a thing go to the smallest of all, itself among them."""
    thing, beside = held[0], list(held[1])
    least = min(thing, *beside)
    return ((other, least) for other in beside if other > thing)


def small_star(held: tuple[Any, Iterable[Any]]) -> Iterator[Edge]:
    """A thing and its smaller neighbours go to the smallest of these."""
    thing, beside = held[0], list(held[1])
    least = min(beside)
    return ((other, least) for other in (thing, *beside) if other != least)
