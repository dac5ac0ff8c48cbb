"""The sentence around a quote, for a reader; extraction has its own, exact sentences."""

from __future__ import annotations

import re

# A stop, closing quotation marks, space, and no small letter after it. A short word before the
# stop is most often a title or initial ("Mr.", "Gen.", "U.S."): showing two sentences for one
# does less harm than cutting one in two.
_SENTENCE_END = re.compile(r"(?<=[\w)”’\"']{4})[.!?]+[”’\"')\]]*\s+(?![a-z])|[\r\n]+\s*")


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
