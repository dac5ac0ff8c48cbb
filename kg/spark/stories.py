"""Articles that are copies or rewrites of one report, found by shuffles instead of one index.

The rules are those of `kg.link.stories`: what it looks up in an index is here what meets under a
key, and what it joins one after the other are pairs of which `components` makes stories.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.corpus.cache.identity import digest
from kg.link import stories as rules
from kg.link.boilerplate import FEWEST, plain, reported
from kg.link.marks import PERMUTATIONS, hashed, same
from kg.link.prints import Print
from kg.link.publishers import with_publishers
from kg.link.rewrites import is_rewrite
from kg.link.voices import Edition, voices
from kg.model import Article, Story
from kg.spark.components import Edge, components

if TYPE_CHECKING:
    from pyspark import RDD

Printed: TypeAlias = "RDD[tuple[str, tuple[Article, Print]]]"
ROWS = PERMUTATIONS // rules.BANDS


@dataclass(frozen=True, slots=True)
class Told:
    """The story of an article, with this article alone; `first` is the first one's name.

    `texts` are the articles of the story with their texts, in order of name, where it has several
    and for the first of them alone.
    """

    story: Story
    first: str
    edition: Edition | None = None
    texts: tuple[Article, ...] = ()


def stories(articles: RDD[Article], parts: int) -> RDD[tuple[str, Told]]:
    """Each article's name and story, as `kg.link.corpus` finds it with all articles at hand."""
    marks = articles.flatMap(lambda article: ((mark, 1) for mark in plain(article.text)))
    counted = marks.reduceByKey(lambda one, other: one + other, parts)
    around = counted.filter(lambda held: held[1] >= FEWEST).keys()
    shared = articles.context.broadcast(frozenset(around.collect()))
    prints = (
        articles.map(lambda a: (a.name, (a, _print(a, shared.value)))).partitionBy(parts).persist()
    )
    edges = _same(prints, parts)
    first = components(edges)
    edges = edges.union(_copies(_roots(prints, first), parts))
    second = components(edges)
    edges = edges.union(_rewrites(_roots(prints, second), parts))
    whole = prints.mapValues(lambda held: held[0]).leftOuterJoin(components(edges), parts)
    by_story = whole.map(lambda held: (held[1][1] or held[0], held[1][0])).groupByKey(parts)
    told = by_story.flatMap(lambda held: _story(held[1]))
    pages = prints.values().map(lambda held: held[0]).filter(lambda article: bool(article.url))
    editions = (
        pages.map(lambda a: (a.url, replace(a, text=""))).groupByKey(parts).flatMap(_editions)
    )
    return told.leftOuterJoin(editions, parts).mapValues(_with_edition)


def _print(article: Article, shared: frozenset[int]) -> Print:
    return Print(reported(article.text[article.body :], shared))


def _roots(prints: Printed, found: RDD[Edge]) -> Printed:
    """Without articles that were joined to an earlier one."""
    others = found.filter(lambda held: held[0] != held[1])
    return prints.subtractByKey(others, prints.getNumPartitions())


def _same(prints: Printed, parts: int) -> RDD[Edge]:
    """Pairs by the very same words, by address, and of a correction with what it corrects."""
    pairs = prints.values().filter(lambda held: held[0].corrected).flatMap(lambda h: _days(h[0]))
    days = prints.context.broadcast(frozenset(pairs.collect()))
    keyed = prints.values().flatMap(lambda held: _keys(held[0], held[1], days.value))
    return keyed.groupByKey(parts).flatMap(lambda held: _met(held[0], list(held[1])))


def _days(article: Article) -> Iterator[tuple[str, int]]:
    """An outlet's days on which what a correction corrects may have come."""
    if article.publisher and article.published:
        day = article.published.toordinal()
        for other in range(day - rules.REWRITE_DAYS, day + rules.REWRITE_DAYS + 1):
            yield article.publisher, other


def _keys(
    article: Article, seen: Print, corrected: frozenset[tuple[str, int]]
) -> Iterator[tuple[tuple[str, ...], Article]]:
    words = same(seen) or article.text.encode("utf-8", "surrogatepass")
    yield ("same", digest(words)), replace(article, text="")
    if article.url:
        yield ("page", article.url), article
    if not article.published or not article.publisher:
        return
    near = set(_days(article)) if article.corrected else set()
    own = (article.publisher, article.published.toordinal())
    for outlet, day in sorted(near | ({own} & corrected)):
        yield ("corrected", outlet, str(day)), article


def _met(key: tuple[str, ...], articles: list[Article]) -> Iterator[Edge]:
    ordered = sorted(articles, key=lambda article: article.name)
    one, *others = ordered
    if key[0] == "same":
        yield from ((one.name, other.name) for other in others)
    elif key[0] == "page":
        yield from ((one.name, o.name) for o in others if rules.are_versions(one, o))
    else:
        for article in ordered:
            for other in ordered if article.corrected else ():
                if other is not article and rules.corrects(article, other):
                    yield article.name, other.name


def _copies(prints: Printed, parts: int) -> RDD[Edge]:
    banded = prints.flatMap(lambda held: ((band, held[0]) for band in bands(held[1][1])))
    met = banded.groupByKey(parts).flatMap(lambda held: combinations(sorted(held[1]), 2))
    compared = _compared(met.distinct(parts), prints, parts)
    return compared.filter(lambda p: rules.is_copy(p[0][1].shingles, p[1][1].shingles)).map(_names)


def bands(seen: Print) -> Iterator[bytes]:
    """The keys under which candidates for copies meet."""
    if not seen.shingles:
        return
    rows = hashed(seen).digest()
    for band in range(rules.BANDS):
        yield struct.pack(f">{ROWS + 1}Q", band, *rows[band * ROWS : (band + 1) * ROWS])


def _compared(pairs: RDD[Edge], prints: Printed, parts: int) -> RDD[tuple[Any, Any]]:
    """For pairs of names, pairs of article and print."""
    half = pairs.join(prints, parts).map(lambda held: (held[1][0], held[1][1]))
    return half.join(prints, parts).values()


def _names(pair: tuple[Any, Any]) -> Edge:
    return pair[0][0].name, pair[1][0].name


def _rewrites(prints: Printed, parts: int) -> RDD[Edge]:
    runs = prints.flatMap(lambda held: _runs(*held[1]))
    held = runs.combineByKey(lambda one: [one], _held, lambda a, b: (a + b)[:_FULL], parts)
    shared = held.flatMap(lambda one: ((pair, 1) for pair in rules.sharing(sorted(one[1]))))
    counts = shared.reduceByKey(lambda one, other: one + other, parts)
    alike = counts.filter(lambda one: one[1] >= rules.SHARED_RUNS).keys()
    pairs = _compared(alike, prints, parts).persist()
    inside = pairs.map(_long_first).filter(lambda p: rules.is_excerpt(p[1][1].runs, p[0][1].runs))
    shorts = inside.map(lambda p: (p[0][0].name, p[1][1].runs)).groupByKey(parts)
    digests = shorts.filter(lambda one: rules.have_nothing_in_common(list(one[1]))).keys()
    several = frozenset(digests.collect())
    return pairs.filter(lambda p: _are_one_report(*p)).map(_names).filter(several.isdisjoint)


_FULL = rules.COMMON_RUN + 1
"""So many articles of a run are enough to know it for a stock phrase."""


def _held(held: list[Any], one: Any) -> list[Any]:  # noqa: ANN401 - day and name
    return held if len(held) >= _FULL else [*held, one]


def _runs(article: Article, seen: Print) -> Iterator[tuple[int, tuple[int, str]]]:
    day = article.published.toordinal() if article.published else 0
    return ((run, (day, article.name)) for run in seen.runs)


def _are_one_report(one: tuple[Article, Print], other: tuple[Article, Print]) -> bool:
    if rules.is_excerpt(one[1].runs, other[1].runs):
        return True
    return rules.close(one[0], other[0]) and is_rewrite(one[1], other[1])


def _long_first(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    short, long = sorted(pair, key=lambda one: (len(one[1].runs), one[0].name))
    return long, short


def _story(members: Iterable[Article]) -> Iterator[tuple[str, Told]]:
    ordered = sorted(members, key=lambda article: article.name)
    [whole] = with_publishers([rules.story(ordered)], {a.name: a for a in ordered})
    editions = voices((), ordered, [whole]).editions
    for article in ordered:
        alone = replace(whole, articles=(article.name,))
        texts = tuple(ordered) if article is ordered[0] and len(ordered) > 1 else ()
        yield article.name, Told(alone, ordered[0].name, editions.get(article.name), texts)


def _editions(page: tuple[str, Iterable[Article]]) -> Iterator[tuple[str, Edition]]:
    articles = list(page[1])
    if len(articles) > 1:
        yield from voices((), articles, ()).editions.items()


def _with_edition(held: tuple[Told, Edition | None]) -> Told:
    told, edition = held
    return replace(told, edition=edition) if edition else told
