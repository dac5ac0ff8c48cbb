"""The sentence around a quote, for a reader; extraction has its own, exact sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

Row = Mapping[str, str]

# A stop, closing quotation marks, space, and no small letter after it. A short word before the
# stop is most often a title or initial ("Mr.", "Gen.", "U.S."): showing two sentences for one
# does less harm than cutting one in two.
# It begins with the set of what may end one, for that is what is found fast.
_SENTENCE_END = re.compile(
    r"[.!?\r\n](?:(?<=[\w)”’\"']{4}[.!?])[.!?]*[”’\"')\]]*\s+(?![a-z])|(?<=[\r\n])[\r\n]*\s*)"
)


def around(rows: Iterable[Row], texts: Mapping[str, str]) -> Iterator[Row]:
    """Rows with `before` and `after`, what stands around each quote in its sentence; as they come.

    `texts` are those of articles by name; both are "" where the article's is missing, or holds
    other words there.
    """
    return ({**row, **_around(row, texts.get(row["article"], ""))} for row in rows)


def _around(row: Row, text: str) -> dict[str, str]:
    start, end = int(row["start"]), int(row["end"])
    if text[start:end] != row["quote"]:
        return {"before": "", "after": ""}
    before, _, after = passage(text, start, end)
    return {"before": before, "after": after}


def passage(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, in and after `text[start:end]` within its sentence or sentences."""
    first, last = 0, len(text)
    for match in _SENTENCE_END.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            last = match.end()
            break
    return text[first:start], text[start:end], text[end:last].rstrip()
