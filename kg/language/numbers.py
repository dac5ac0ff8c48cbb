"""Bare numbers in plain text: digits with their separators, number words, dozens and shares.

Spelled-out numbers go through text2num, which takes neither "half a million" nor "a hundred" nor
"a dozen" and reads "hundreds" as 100: such phrases are tables of their own. It refuses number words
that make no number side by side ("two six", years as they are said); they are left out here too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import text2num

from kg.language.quantity_words import QuantityWords, folded

Groups = Mapping[str, str]
"""The named groups of a number that hold something."""
Read = tuple[Decimal | None, Decimal]
"""The value of a number, None where it is not told, and the scale that it is counted in."""
_GROUPING = re.compile(r"[,'’\s]")
_GROUPED_BY_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at `text[start:end]`, and what is found around it as the reading goes on.

    `core` is where its last digits or words begin, a currency sign included: what stands between
    `start` and `core` says how the number is meant.
    """

    start: int
    end: int
    core: int
    value: Decimal | None
    scale: Decimal = Decimal(1)
    kind: str = ""
    said: str = ""
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    qualifier: str = ""
    bound: str = ""


def find_numbers(text: str, words: QuantityWords, times: list[tuple[int, int]]) -> Iterator[Figure]:
    """The longest bare numbers of `text` outside `times`, from left to right."""
    found = [match for pattern in words.numbers for match in pattern.finditer(text)]
    end = 0
    for match in sorted(found, key=lambda m: (m.start(), -m.end())):
        if match.start() < end or (match.lastgroup == "blanks" and _parts(match, words, times)):
            continue
        figure = _number(match, words)
        if figure is not None:
            end = figure.end
            if not _overlaps(figure.start, figure.end, times):
                yield figure


def _overlaps(start: int, end: int, times: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in times)


def _parts(match: re.Match[str], words: QuantityWords, times: list[tuple[int, int]]) -> bool:
    """'on May 3 500 men', 'five 5 155 mm guns': two numbers side by side, no thousands."""
    dated = _overlaps(match.start(), match.end(), times)
    return dated or bool(words.uncounted.match(match.string, match.end()))


def _number(match: re.Match[str], words: QuantityWords) -> Figure | None:
    groups = {name: said for name, said in match.groupdict().items() if said}
    kind = next(name for name in _READERS if name in groups)
    value, scale = _READERS[kind](groups, words)
    if value is None and kind == "spelled":
        return None
    said, unit = folded(match.group()), "share" if kind == "share" else ""
    kind = "digits" if kind == "blanks" else kind
    start, end = match.span()
    return Figure(start, end, start, plain(value), scale, kind, said, unit)


def _digits(groups: Groups, words: QuantityWords) -> Read:
    scale = _scale(groups.get("scale", ""), words)
    return _value(groups.get("digits") or groups["blanks"]) * scale, scale


def _listed(groups: Groups, words: QuantityWords) -> Read:
    """'half', 'a dozen': the tables have the value."""
    said = folded(groups.get("share") or groups["fixed"])
    return Decimal(words.shares.get(said) or words.fixed[said]), Decimal(1)


def _and_a_half(groups: Groups, words: QuantityWords) -> Read:
    scale = _scale(groups.get("times", ""), words)
    return (Decimal(_spelled(folded(groups["whole"])) or 0) + Decimal("0.5")) * scale, scale


def _packs(groups: Groups, words: QuantityWords) -> Read:
    """'two dozen', 'a score'."""
    scale = _scale(groups["times"], words)
    return Decimal(_spelled(folded(groups["whole"])) or 1) * scale, scale


def _in_words(groups: Groups, words: QuantityWords) -> Read:
    said = folded(groups["spelled"])
    number = _spelled(said)
    return None if number is None else Decimal(number), _scale(said.split()[-1], words)


def _vague(groups: Groups, words: QuantityWords) -> Read:
    return None, Decimal(1)


_READERS: Mapping[str, Callable[[Groups, QuantityWords], Read]] = {
    "digits": _digits,
    "blanks": _digits,
    "share": _listed,
    "fixed": _listed,
    "half": _and_a_half,
    "packs": _packs,
    "spelled": _in_words,
    "vague": _vague,
}
"""How the value of each kind of number is read; names are those of `QuantityWords.numbers`."""


def _value(digits: str) -> Decimal:
    """'1,500', '1 500', '1’500', '1.500.000', '1,50,000'; a comma before one or two is decimal."""
    if _GROUPED_BY_POINTS.fullmatch(digits):
        return Decimal(digits.replace(".", ""))
    if _DECIMAL_COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return Decimal(_GROUPING.sub("", digits))


def _scale(word: str, words: QuantityWords) -> Decimal:
    word = word.strip().strip("-").lower()
    tables = (words.scales, words.multiples, words.short_scales)
    return Decimal(next((table[word] for table in tables if word in table), 1))


def plain(value: Decimal | None) -> Decimal | None:
    """The same value without exponent or trailing zeros, so that it has one spelling."""
    if value is None:
        return None
    return Decimal(int(value)) if value == int(value) else Decimal(format(value.normalize(), "f"))


def _spelled(said: str) -> int | None:
    """The value of number words; None for "one" (mostly a pronoun) and for what is no number."""
    said = re.sub(r"^an? ", "one ", said)
    if said == "one":
        return None
    try:
        return int(text2num(said, "en"))
    except ValueError:  # number words side by side that make no number: "two six"
        return None
