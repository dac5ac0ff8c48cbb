"""Articles that are copies or rewrites of one report.

Copies (a wire report printed by many) are found by MinHash over shingles of words and confirmed by
the share of shingles the two have in common. Rewrites (a summary, a light paraphrase) share too few
shingles for that: pairs that share whole runs of words, quotations among them, and were published
within days are compared sentence by sentence, and their figures and names have to agree. Both ways
look up candidates in an index, so that time grows little faster than the number of articles. What
sites say around every article counts for nothing (`kg.link.boilerplate`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHashLSH

from kg.link.marks import PERMUTATIONS, Marks
from kg.link.prints import words
from kg.link.recall import Recall, afresh
from kg.model import Article, Story

_T = TypeVar("_T", int, str)
Codes: TypeAlias = NDArray[Any]
BANDS = 64
"""64 bands of 4 rows find a pair of Jaccard 0.5 with probability 0.98, one of 0.1 with 0.006."""
COPY_JACCARD = 0.5
"""Copies of the tests keep 0.6 and more after cuts and a new headline; the most alike articles of
one author on one subject, a preview printed twice, reach 0.36."""
COPY_CONTAINED = 0.7
"""Share of an excerpt's runs found in the whole; that preview reaches 0.55."""
VERSION_SHARED = 0.5
"""Share of the shorter version's words that another version of its page holds; judged."""
CORRECTED_SHARED = 0.75
"""Share of the words of both that a report and its correction have in common; judged."""
SHARED_RUNS = 5
"""Runs of words that make two articles worth comparing; rewrites shared 10 and 14, others to 4."""
COMMON_RUN = 30
"""A run in more articles than this is a stock phrase, or a copy's, and leads nowhere new."""
RARE_RUN = 4
"""A run in no more articles than this pairs them whenever they were published (an excerpt may be
printed years later); a commoner one only within REWRITE_DAYS, so that stock phrases pair few."""
REWRITE_DAYS = 3
"""A rewrite follows its report within days; the series of one author on one subject that read most
alike (election nights, counts of the sick, interviews) lie a week or more apart."""


def find_stories(articles: Iterable[Article], recall: Recall = afresh) -> tuple[Story, ...]:
    """Every article in exactly one story, sorted by id; one alone is a story too.

    The id is a digest of the text of the article whose name comes first, so that it stays as it is
    when other stories come and go.
    """
    ordered = sorted(articles, key=lambda article: article.name)
    marks = Marks(ordered, recall)
    joined = _Joined(len(ordered))
    _join_same(ordered, marks, joined)
    _join_versions(ordered, joined)
    _join_corrected(ordered, joined)
    _join_copies(marks, joined)
    _join_rewrites(ordered, marks, joined)
    gathered: dict[int, list[Article]] = defaultdict(list)
    for number, article in enumerate(ordered):
        gathered[joined.find(number)].append(article)
    stories = map(story, gathered.values())
    return tuple(sorted(stories, key=lambda one: (one.id, one.articles)))


def story(members: Sequence[Article]) -> Story:
    """The story of articles in order of name."""
    digest = hashlib.sha256(members[0].text.encode("utf-8", "surrogatepass")).hexdigest()
    return Story(digest[:16], tuple(article.name for article in members))


class _Joined:
    """Union-find whose root is always the smallest number of its set."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def find(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._above[high] = low

    def roots(self) -> list[int]:
        return [number for number, above in enumerate(self._above) if number == above]


def _join_same(articles: Sequence[Article], marks: Marks, joined: _Joined) -> None:
    first: dict[bytes | str, int] = {}
    for number, article in enumerate(articles):
        # of what holds no report only the very same text is one
        same = marks[number].same or article.text
        joined.join(first.setdefault(same, number), number)


def _join_corrected(articles: Sequence[Article], joined: _Joined) -> None:
    """Join a report that says that it corrects another to those of its outlet that read alike."""
    told: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        told[article.publisher].append(number)
    for number, article in enumerate(articles):
        if not article.corrected or not article.publisher:
            continue
        for other in told[article.publisher]:
            if other != number and corrects(article, articles[other]):
                joined.join(number, other)


def corrects(article: Article, other: Article) -> bool:
    """Whether a report that corrects another is of the days of `other`, and reads like it."""
    if not close(article, other):
        return False
    said, before = (set(words(a.text[a.body :])) for a in (article, other))
    return len(said & before) >= CORRECTED_SHARED * max(len(said), len(before))


def _join_versions(articles: Sequence[Article], joined: _Joined) -> None:
    """Join versions of one page that have half their words in common; a front page has not."""
    pages: dict[str, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.url:
            pages[article.url].append(number)
    for one, *others in pages.values():
        for other in others:
            if are_versions(articles[one], articles[other]):
                joined.join(one, other)


def are_versions(one: Article, other: Article) -> bool:
    """Whether two articles of one address have half their words in common."""
    said, told = set(words(one.text)), set(words(other.text))
    return len(said & told) >= VERSION_SHARED * min(len(said), len(told))


def _join_copies(marks: Marks, joined: _Joined) -> None:
    index = RMinHashLSH(threshold=COPY_JACCARD, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number in joined.roots():
        if not marks[number].same:
            continue
        hashed = marks[number].hashed
        for other in sorted(index.query(hashed)):
            if joined.find(other) != joined.find(number) and is_copy(
                marks[other].shingles, marks[number].shingles
            ):
                joined.join(other, number)
        index.insert(number, hashed)


def is_copy(one: Collection[Hashable], other: Collection[Hashable]) -> bool:
    """Whether half of the shingles of both texts are in both."""
    shared = len({*one} & {*other})
    return shared >= COPY_JACCARD * (len(one) + len(other) - shared)


def _join_rewrites(articles: Sequence[Article], marks: Marks, joined: _Joined) -> None:
    days = [article.published.toordinal() if article.published else 0 for article in articles]
    pairs = list(_alike(marks, joined.roots(), days))
    excerpts = [pair for pair in pairs if is_excerpt(*(marks[number].runs for number in pair))]
    digests = _digests(marks, excerpts)
    for one, other in excerpts:
        if digests.isdisjoint((one, other)):
            joined.join(one, other)
    pairs = [pair for pair in pairs if digests.isdisjoint(pair)]
    apart = [pair for pair in pairs if len({*map(joined.find, pair)}) > 1]
    near = [(one, other) for one, other in apart if close(articles[one], articles[other])]
    for (one, other), found in zip(near, marks.rewrites(near), strict=True):
        if found:
            joined.join(one, other)


def _digests(marks: Marks, excerpts: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Articles that hold others which have nothing in common: each of these is its own story."""
    held: dict[int, list[int]] = defaultdict(list)
    for pair in excerpts:
        short, long = sorted(pair, key=lambda number: (len(marks[number].runs), number))
        held[long].append(short)
    told = {long: [marks[number].runs for number in shorts] for long, shorts in held.items()}
    return frozenset(long for long, shorts in told.items() if have_nothing_in_common(shorts))


def have_nothing_in_common(texts: Iterable[Collection[int]]) -> bool:
    """Whether two texts tell different things, by the runs of each: what holds both is a digest."""
    return any(len({*a} & {*b}) < SHARED_RUNS for a, b in combinations(texts, 2))


def _alike(marks: Marks, numbers: Iterable[int], days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs that share SHARED_RUNS runs of words which are no stock phrases.

    For each run those that `sharing` pairs, all runs at once: by how far they stand apart among
    the texts that hold it.
    """
    ranked = sorted(numbers, key=lambda number: (days[number], number))
    runs, ranks, holding = _telling(marks, ranked)
    at, day = (
        np.array(given, dtype=np.int64)[ranks] for given in (ranked, [days[n] for n in ranked])
    )
    found = [np.empty(0, dtype=np.int64)]
    for apart in range(1, COMMON_RUN):
        met = runs[:-apart] == runs[apart:]
        met &= (holding[apart:] <= RARE_RUN) | (day[apart:] - day[:-apart] <= REWRITE_DAYS)
        one, other = at[:-apart][met], at[apart:][met]
        found.append(np.minimum(one, other) * len(marks) + np.maximum(one, other))
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    pairs = pairs[shared >= SHARED_RUNS]
    return zip((pairs // len(marks)).tolist(), (pairs % len(marks)).tolist(), strict=True)


def _telling(marks: Marks, ranked: Sequence[int]) -> tuple[Codes, Codes, Codes]:
    """Each run that leads from one text to another, each rank that holds it, and how many do.

    In order. A run and a rank are one number, and these are sorted in one piece: eight bytes a run.
    """
    size = np.uint64(max(len(ranked), 1))
    codes = np.empty(sum(len(marks[number].runs) for number in ranked), dtype=np.uint64)
    at = 0
    for rank, number in enumerate(ranked):
        runs = np.frombuffer(marks[number].four, dtype=np.uint32).astype(np.uint64)
        codes[at : at + len(runs)] = runs * size + np.uint64(rank)
        at += len(runs)
    codes.sort()
    starts = np.flatnonzero(np.diff(codes // size, prepend=np.uint64(1 << 63)))
    counts = np.diff(starts, append=len(codes))
    holding = np.repeat(counts, counts)
    telling = (holding > 1) & (holding <= COMMON_RUN)
    return codes[telling] // size, codes[telling] % size, holding[telling]


def sharing(held: Sequence[tuple[int, _T]]) -> Iterator[tuple[_T, _T]]:
    """Pairs worth comparing of the articles that hold one run, the smaller first.

    `held` are day of publication and article, in order; a stock phrase pairs none.
    """
    if len(held) > COMMON_RUN:
        return
    for at, (day, one) in enumerate(held):
        for later, other in held[at + 1 :]:
            if len(held) > RARE_RUN and later - day > REWRITE_DAYS:
                break
            yield min(one, other), max(one, other)


def is_excerpt(one: Collection[int], other: Collection[int]) -> bool:
    """Whether the longer of two texts holds most of the shorter, by the runs of each."""
    return len({*one} & {*other}) >= COPY_CONTAINED * min(len(one), len(other))


def close(one: Article, other: Article) -> bool:
    """Whether both were published within REWRITE_DAYS."""
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= REWRITE_DAYS
