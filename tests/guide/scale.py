"""The arithmetic of `notebooks/guide/scale.md`: what many articles take, from what a few took.

Rates were measured by `python -m tests.benchmarks.cluster`; whoever measures again, or pays other
prices, changes the numbers here and runs `python -m tests.guide`.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Rates:
    """What 120 articles of the press took, on two shared cores, told for 300 words each.

    `reading` and `linking` are CPU seconds an article. Linking, with writing, holds the start of
    Java and the fixed cost of Spark, so that it is more than many articles take. `shuffled` are
    bytes an article that Spark wrote for its shuffles, `kept` bytes of its shard, `line` bytes of a
    triple.
    """

    reading: float = 0.39
    linking: float = 0.21
    claims: float = 11.4
    triples: float = 41.4
    shuffled: float = 160_000.0
    kept: float = 11_000.0
    line: float = 162.0


@dataclass(frozen=True)
class Prices:
    """Assumed prices in US dollars, about what large clouds asked on demand in November 2026."""

    core_hour: float = 0.05
    gigabyte_month: float = 0.023


def table(articles: int = 10**8, rates: Rates | None = None, prices: Prices | None = None) -> str:
    """The table in Markdown."""
    lines = "".join(f"| {what} | {how} | {much} |\n" for what, how, much in _rows(
        articles, rates or Rates(), prices or Prices()
    ))  # fmt: skip
    return f"| what | how it is reckoned | {articles:,} articles |\n| --- | --- | --- |\n{lines}"


def _rows(articles: int, rates: Rates, prices: Prices) -> Iterator[tuple[str, str, str]]:
    reading, linking = (articles * s / 3600 for s in (rates.reading, rates.linking))
    hours = reading + linking
    claims = articles * rates.claims
    triples = claims * rates.triples
    yield "reading", f"{rates.reading:g} CPU s an article", f"{_round(reading)} core hours"
    yield (
        "linking and writing",
        f"{rates.linking:g} CPU s an article",
        f"{_round(linking)} core hours",
    )
    for cores in (64, 1000):
        yield f"on {cores:,} cores", "hours / cores", f"{_round(hours / cores)} hours"
    yield "claims", f"{rates.claims:g} an article", _round(claims)
    yield "triples", f"{rates.triples:g} a claim", _round(triples)
    yield "N-Triples", f"{rates.line:g} bytes a triple", _bytes(triples * rates.line)
    yield "shards kept", f"{_bytes(rates.kept)} an article", _bytes(articles * rates.kept)
    yield "shuffled", f"{_bytes(rates.shuffled)} an article", _bytes(articles * rates.shuffled)
    yield "machines", f"${prices.core_hour:g} a core hour", f"${_round(hours * prices.core_hour)}"
    stored = (triples * rates.line + articles * rates.kept) / 1e9 * prices.gigabyte_month
    yield "storage", f"${prices.gigabyte_month:g} a GB and month", f"${_round(stored)} a month"


def _round(number: float) -> str:
    """Two digits that count, with thousands parted."""
    digits = max(0, len(str(int(number))) - 2)
    return f"{round(number, -digits):,.0f}" if number >= 10 else f"{number:.1f}"


def _bytes(number: float) -> str:
    for unit in ("bytes", "kB", "MB", "GB"):
        if number < 1000:
            return f"{number:.0f} {unit}"
        number /= 1000
    return f"{_round(number)} TB"
