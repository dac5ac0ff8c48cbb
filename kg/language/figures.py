"""What parsers take for other words around a figure, and the words that are parsed without it.

'sent between 1,500 and 2,000 soldiers' reads as 'between soldiers', 'sent as many as 500' as 'sent
many', '1 500' as two numbers: what was sent is hidden behind words that only say how many. They are
left out of what is parsed ('sent 2,000 soldiers') and hung on their figure afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.language.numbers import Figure
from kg.language.quantities import find_figures

_PARTED = re.compile(r"\d[ \u00a0\u2007\u2008\u2009\u202f](?=\d{3}(?!\d))")
_METRES = re.compile(r"(?<=\d)\s?m(?!\w)")
"""An 'm' that the tokenizer takes off the digits before it, as if it were a measure."""
_WORDS = 2
"""Words before a figure from which on they are left out: a single 'about' is parsed rightly."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that are not parsed: `text` stood at `at` of what is left, before or behind a figure.

    They hang on the word that begins at `at`, or on the one that ends there where they are
    `behind` it.
    """

    at: int
    text: str
    behind: bool = False


def without_qualifiers(words: str) -> tuple[str, list[Cut]]:
    """The words as they are parsed, and what was taken out of them, in order."""
    kept: list[str] = []
    cuts: list[Cut] = []
    position = size = 0
    for start, end, behind in _stretches(words):
        kept.append(words[position:start])
        size += start - position
        cuts.append(Cut(size, words[start:end], behind))
        position = end
    return "".join([*kept, words[position:]]), cuts


def _stretches(words: str) -> Iterator[tuple[int, int, bool]]:
    """What to leave out, from left to right: start, end, and whether it follows its figure."""
    for figure in find_figures(words, []):
        last = _last_digits(words, figure)
        before = words[figure.start : last]
        parted = last > figure.core
        if parted or (figure.bound == "range" or len(before.split()) >= _WORDS):
            yield figure.start, last, False
        if metres := _METRES.search(words, last, figure.end):
            yield metres.start(), metres.end(), True


def _last_digits(words: str, figure: Figure) -> int:
    """Where the last group of a figure's digits begins: '500' of '1 500'."""
    parted = list(_PARTED.finditer(words, figure.core, figure.end))
    return parted[-1].end() if parted else figure.core
