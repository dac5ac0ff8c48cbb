"""The words around a claim: its sentence, and where in its article it stands."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kg.errors import KnowledgeError
from kg.link.prints import stems
from kg.link.slugs import slug
from kg.model import Article, Claim
from kg.resources import ontology

TABLE = "frequencies.csv"
_BREAK = re.compile(r"\s(?:(?<=\n)|(?<=[.!?”\"]\s)\s*(?=[\"“A-Z]))")
"""A new line, or space between two sentences; the space is looked for first, which is faster."""
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_HEADLINE = 200
"""Characters of a first line that may be a headline; a longer one without a full stop is prose."""


def sentence(claim: Claim, article: Article | None) -> tuple[str, int]:
    """The sentence around the trigger and its offset; the quote where the text is not at hand."""
    quote = claim.evidence
    text = article.text if article else ""
    if text[quote.start : quote.end] != quote.quote:
        return quote.quote, quote.start
    start, end = article.body if article else 0, len(text)
    for match in _BREAK.finditer(text, start):
        if match.end() <= min(claim.trigger.start, quote.start):
            start = match.end()
        elif match.start() >= max(claim.trigger.end, quote.end):
            end = match.start()
            break
    return text[start:end], start


def names(words: str) -> frozenset[str]:
    """Stems of the words of a sentence, but for its first, that are written as names are."""
    found = _NAME.findall(words)[1:]
    return frozenset(stem for word in found if word[0].isupper() for stem in _of_name(word))


@lru_cache(maxsize=1 << 14)
def _of_name(word: str) -> tuple[str, ...]:
    return tuple(stems(slug(word).replace("-", " ")))


def paragraph(article: Article, offset: int) -> int:
    """How many lines with words stand above the one at `offset`."""
    above = article.text[article.body : offset].split("\n")
    return sum(bool(line.strip()) for line in above[:-1])


def has_headline(article: Article) -> bool:
    """Whether the first line of the text ends like no sentence."""
    first = next(
        (s for line in article.text[article.body :].split("\n") if (s := line.strip())), ""
    )
    return len(first) <= _HEADLINE and not first.endswith((".", "!", "?", "…", ":", '."', ".”"))


@lru_cache(maxsize=1)
def _shares() -> Mapping[str, float]:
    """Stem to the share of articles that hold it; KnowledgeError where the table is not as told."""
    path = ontology(TABLE)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    try:
        found = {row["stem"]: float(row["share"]) for row in rows}
    except (KeyError, TypeError, ValueError) as error:
        rule = "the columns are not `stem` and `share`, a number above 0 and up to 1"
        raise KnowledgeError(TABLE, rule, "Mend the row.") from error
    return found


@lru_cache(maxsize=65536)
def weight(stem: str) -> float:
    """How much a word tells: from 0 for what every article holds to 1 for what hardly any does."""
    rarest = _rarest()
    return math.log(_shares().get(stem, rarest)) / math.log(rarest)


@lru_cache(maxsize=1)
def _rarest() -> float:
    return min(_shares().values())


def weights(found: Iterable[str]) -> float:
    """The weights of `found` together."""
    return sum(map(weight, found))
