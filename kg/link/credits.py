"""Whose words an article prints: the agency of its dateline, byline or closing credit.

Names of agencies are words too ("Trend", "Petra"), so they count only where a credit stands. What
an article cites in its sentences ("the agency reported") is a claim with a speaker, and no credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.knowledge.publishers import crediting, load, names_of
from kg.model import Article

HEAD, TAIL = 600, 800
"""Characters of a text in which a dateline, and a closing credit, are looked for."""
FIRST, LAST = 6, 4
"""Lines at the ends of a text that may be a byline."""
LINE = 80
"""Characters of the longest line that is taken for a byline."""
AGENCY: Final = frozenset({"agency"})
PRINTED: Final = frozenset({"agency", "outlet"})
_PEOPLE: Final = r"(?:[A-Z][\w.'’-]*(?: (?:and |[A-Z])[\w.'’-]*){0,5}(?:,| \||/| –| -| for)? )?"
_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True)
class _Patterns:
    """What credits look like; their groups are who is credited."""

    dateline: re.Pattern[str]
    byline: re.Pattern[str]
    end: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    name: re.Pattern[str]


def credited(article: Article) -> str:
    """Key of the publisher whose words the article says that it prints, "" where it says none.

    Of several that are credited, the one that stands first.
    """
    text = article.text[article.body :].strip()
    found = patterns().dateline.search(text[:HEAD])
    if found:
        return load().named(_named(found))
    name = next(_closing(text[-TAIL:]), "") or next(_bylines(text), "")
    return load().named(name) if name else _signed(text)


def _bylines(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in (*lines[:FIRST], *lines[FIRST:][-LAST:]):
        found = patterns().byline.fullmatch(line) if len(line) <= LINE else None
        if found and not _is_picture(line):
            yield _named(found)


def _closing(text: str) -> Iterator[str]:
    folded = text.casefold()
    # Found a phrase at a time far faster than by the patterns, which most texts have nothing for.
    worded = any(phrase in folded for phrase in _phrases())
    for line in text.splitlines() if worded else ():
        if _is_picture(line):
            continue
        if found := patterns().before.search(line):
            yield _named(found)
        elif (after := patterns().behind.search(line)) and (
            name := patterns().name.search(_sentence(line[: after.start()]))
        ):
            yield _named(name)
    if found := patterns().end.search(text):
        yield _named(found)


def _sentence(before: str) -> str:
    """The part of the sentence that a phrase stands in, up to the phrase."""
    return re.split(r"[.!?]\s", before)[-1]


def _signed(text: str) -> str:
    lines = text[-TAIL:].lower().splitlines()
    for key, words in sorted(crediting().signatures.items()):
        if any(all(word in line for word in words) for line in lines):
            return key
    return ""


def _is_picture(line: str) -> bool:
    return not crediting().pictures.isdisjoint(_WORDS.findall(line.lower()))


@cache
def patterns() -> _Patterns:
    """The patterns of credits, from the tables."""
    words, agency, printed = crediting(), _any(_names(AGENCY)), _any(_names(PRINTED))
    begins = r"(?i:by |source: |© ?(?:\d{4} )?)?"
    return _Patterns(
        dateline=re.compile(
            rf"^(?:[^\n]{{0,90}}?\(({agency})(?:[/,&][^)\n]{{1,20}})?\)\s*(?:[-–—:]|$)"
            rf"|[^\n]{{0,90}}?/ ?({agency}) ?/"
            rf"|\(({agency})\)\s"
            rf"|[A-Z][^\n]{{0,60}}?[,–—-]\s+({agency})\s*[-–—:]\s)",
            re.MULTILINE,
        ),
        byline=re.compile(
            rf"{begins}{_PEOPLE}(?:[Tt]he )?({agency})(?: (?i:{_any(words.staff)}))?\.?"
        ),
        end=re.compile(rf"(?:\(({agency})\)|[–—-]{{1,2}} ?({agency}))[.\s]*$"),
        before=re.compile(
            rf"(?<!\w)(?i:{_any(words.before)})\s+(?:\d{{4}}\s+)?(?:[Tt]he\s+)?({printed})(?!\w)"
        ),
        behind=re.compile(rf"(?i:{_any(words.behind)})"),
        name=re.compile(rf"(?<!\w)({printed})(?!\w)"),
    )


@cache
def _phrases() -> tuple[str, ...]:
    """The words beside the name of who is credited, one of which every such credit holds."""
    words = crediting()
    return tuple(sorted({phrase.casefold() for phrase in (*words.before, *words.behind)}))


def _named(found: re.Match[str]) -> str:
    return next(name for name in found.groups() if name)


def _names(kinds: frozenset[str]) -> Iterator[str]:
    rows = (row for row in load().rows.values() if row.kind in kinds)
    return (name for row in rows for name in names_of(row))


def _any(words: Iterable[str]) -> str:
    """One of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
