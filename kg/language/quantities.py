"""Figures in plain text: a number with its qualifier, its bounds and its unit.

A figure is found as a bare number first (`kg.language.numbers`); then what stands before it (a
currency sign, qualifiers) and behind it (a unit, an afterthought) is added, and two numbers of one
range become one figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.language.numbers import Figure, find_numbers, plain
from kg.language.quantity_words import QuantityWords, folded, quantity_words
from kg.language.times import find_times
from kg.model import Quantity

LOOK_BACK = 60
"""Characters searched for qualifiers: three of the longest in the table fit."""
NOUN_REACH = 6
"""Words searched for the counted noun: "3,000 highly trained and well armed troops"."""
_BUT = re.compile(r",?\s+(?:but|and|yet|or)\s+(?:perhaps\s+|possibly\s+|maybe\s+|even\s+)?")
_POINTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_NOUN = re.compile(r"\s+(?P<noun>[a-z]+)(?=\s|,)")
_WORD = re.compile(r"[\s-]+(?P<word>[^\W\d_][\w’'.]*(?:-\w+)*)")


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure at `text[start:end]`, qualifier and unit included.

    `quantity.unit` is an ISO 4217 code or a measure, '' where things are counted; `noun` is the
    lower-case noun that is counted as far as the words right behind tell, else ''. A syntactic
    head, where the caller has one, is better.
    """

    start: int
    end: int
    quantity: Quantity
    noun: str


_Widen = Callable[[str, Figure, QuantityWords, int], Figure]


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every figure of `text`, in order, none overlapping; offsets are code points into it.

    Years, dates, ages, durations, clock times, ordinals and numbers that are part of a name
    ("Article 5", "F-16") are no quantities. Never raises for what the text holds.
    """
    words = quantity_words()
    times = [(time.start, time.end) for time in find_times(text, None)]
    return tuple(_mention(text, figure, words) for figure in find_figures(text, times))


def find_figures(text: str, times: list[tuple[int, int]]) -> list[Figure]:
    """The figures of `text` outside `times`, as they are found; see `find_quantities`."""
    words = quantity_words()
    numbers = list(find_numbers(text, words, times))
    ranges = _ranges(text, _in_order(text, numbers, words, _unit), words)
    kept = [figure for figure in ranges if _is_quantity(text, figure, words)]
    return _bounded(text, _in_order(text, kept, words, _qualified))


def _in_order(
    text: str, figures: list[Figure], words: QuantityWords, widen: _Widen
) -> list[Figure]:
    """Every figure widened, none into the one before it."""
    out: list[Figure] = []
    for figure in figures:
        floor = out[-1].end if out else 0
        if figure.start >= floor:
            out.append(widen(text, figure, words, floor))
    return out


def _unit(text: str, figure: Figure, words: QuantityWords, floor: int) -> Figure:
    """The figure with its currency or measure, its offsets widened to hold them."""
    start, end, unit = figure.start, figure.end, figure.unit
    before = words.sign.search(text, max(floor, start - 6), start)
    if before:
        start, unit = before.start("sign"), words.currency_before[before["sign"]]
    if behind := words.unit.match(text, end):
        word = folded_unit(behind["unit"])
        if not unit:
            unit = words.currency_after.get(word) or words.measures[word]
            end = behind.end("unit") - (3 if word.endswith(" of") else 0)
    value = plain(_of_thousands(figure, unit))
    return replace(figure, start=start, end=end, core=start, unit=unit, value=value)


def _of_thousands(figure: Figure, unit: str) -> Decimal | None:
    """'1.500 soldiers' are no one and a half: nobody counts, or ends a measure, that finely."""
    if not _POINTED.fullmatch(figure.said) or figure.value is None:
        return figure.value
    return figure.value * 1000 if not unit or figure.said.endswith("00") else figure.value


def folded_unit(words: str) -> str:
    """A unit as its table spells it: case counts (MW), blanks do not."""
    return re.sub(r"\s+", " ", words)


def _is_quantity(text: str, figure: Figure, words: QuantityWords) -> bool:
    if figure.unit:
        return True
    if words.uncounted.match(text, figure.end):
        return False
    if figure.bound != "range" and _dashed(text, figure):
        return False
    if words.numbered.search(text[max(0, figure.start - LOOK_BACK) : figure.start]):
        return False
    return figure.kind != "digits" or figure.scale > 1 or _counts(text, figure, words)


def _dashed(text: str, figure: Figure) -> bool:
    """Whether a dash ties it to another number though they are no range: a score, a telephone."""
    around = text[max(0, figure.start - 2) : figure.start], text[figure.end : figure.end + 2]
    return bool(re.search(r"[0-9][-–]$", around[0]) or re.match(r"[-–][0-9]", around[1]))


def _counts(text: str, figure: Figure, words: QuantityWords) -> bool:
    """Whether bare digits count something: no year, no age, no list mark, no name's number."""
    before, said = (
        text[max(0, figure.start - LOOK_BACK) : figure.start],
        text[figure.start : figure.end],
    )
    if re.search(r"(?:^|\n)\s*$", before) and re.match(
        r"[.)]\s", text[figure.end : figure.end + 2]
    ):
        return False
    if words.qualifiers.search(before) or _noun(text, figure.end, words):
        return True
    if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", said):
        return False
    if re.search(r"[^\W\d_],\s$", before) and text[figure.end : figure.end + 1] in (",", "."):
        return False  # an age in apposition: "Ana Lima, 45,"
    return bool(re.search(r"[,'’\s]", said)) or not re.search(r"\b[A-Z][\w.]*\s$", before)


def _ranges(text: str, figures: list[Figure], words: QuantityWords) -> list[Figure]:
    """Two numbers of one range ("5,000-8,000", "between two and three million") made one."""
    out: list[Figure] = []
    for figure in figures:
        joined = _range(text, out[-1], figure, words) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(figure)
    return out


def _range(text: str, first: Figure, second: Figure, words: QuantityWords) -> Figure | None:
    led = words.led.search(text[max(0, first.start - LOOK_BACK) : first.start])
    opener = folded(led["words"]) if led else ""
    joined = words.joins.fullmatch(_gap(text, first, second))
    changed = opener or (joined is not None and (joined["word"] or "").lower() == "and")
    if joined is None or (changed and opener not in words.openers):
        return None  # "from 3,000 to 10,000" tells of a change: two figures
    low, units = _scaled(first, second), {first.unit, second.unit} - {""}
    if low is None or second.value is None or low >= second.value or len(units) > 1:
        return None
    start = first.start - (len(led[0]) if led else 0)
    return replace(second, start=start, unit=second.unit or first.unit, low=plain(low),
                   high=second.value, bound="range")  # fmt: skip


def _scaled(low: Figure, high: Figure) -> Decimal | None:
    """The value of `low`, counted as `high` is where that leaves it lower: 'two to 3 million'."""
    if low.value is None or high.value is None or low.scale != 1:
        return low.value
    scaled = low.value * high.scale
    return scaled if scaled < high.value else low.value


def _gap(text: str, first: Figure, second: Figure) -> str:
    """What stands between two numbers; less the noun that both count: '10 men and 12 men'."""
    gap, noun = text[first.end : second.start], _NOUN.match(text, first.end)
    again = noun is not None and text.startswith(noun.group(), second.end)
    return gap[len(noun.group()) :] if again and noun is not None else gap


def _qualified(text: str, figure: Figure, words: QuantityWords, floor: int) -> Figure:
    """The figure with its qualifiers and the bounds they set."""
    start, end = figure.start, figure.end
    said: list[str] = []
    offset = max(floor, start - LOOK_BACK)
    if before := words.qualifiers.search(text[offset:start]):
        start = offset + before.start("words")
        said.append(folded(before["words"]))
    if after := words.afterthought.match(text, end):
        end = after.end()
        said.append(folded(after["words"]))
    elif late := words.late.match(text, end):
        said.append(folded(late["words"]))
    if figure.kind == "vague":
        said.append(figure.said)
    bounds = [words.before.get(q) or words.after.get(q) for s in said for q in _each(s, words)]
    bound = next((b for b in bounds if b in ("least", "most")), "equal")
    figure = replace(figure, start=start, end=end, qualifier=" ".join(said))
    if figure.bound == "range":
        return figure
    low = None if bound == "most" else figure.value
    high = None if bound == "least" else figure.value
    return replace(figure, low=low, high=high, bound=bound)


def _each(said: str, words: QuantityWords) -> list[str]:
    """The qualifiers of a run of them, longest first at each place."""
    out, rest = [], said
    while rest:
        known = [w for w in (*words.before, *words.after) if rest == w or rest.startswith(w + " ")]
        word = max(known, key=len, default=rest.split(" ")[0])
        out.append(word)
        rest = rest[len(word) :].strip()
    return out


def _bounded(text: str, figures: list[Figure]) -> list[Figure]:
    """ "more than 1,000 but under 2,000" made one figure."""
    out: list[Figure] = []
    for figure in figures:
        last = out[-1] if out else None
        if last and _is_range(last, figure) and _BUT.fullmatch(text[last.end : figure.start]):
            said = f"{last.qualifier} but {figure.qualifier}"
            out[-1] = replace(figure, start=last.start, low=last.low, qualifier=said,
                              unit=figure.unit or last.unit, bound="range")  # fmt: skip
        else:
            out.append(figure)
    return out


def _is_range(low: Figure, high: Figure) -> bool:
    """Whether `low` says how many at least, and `high` how many at most."""
    bounds = (low.bound, high.bound) == ("least", "most")
    return bounds and low.low is not None and high.high is not None and low.low < high.high


def _mention(text: str, figure: Figure, words: QuantityWords) -> QuantityMention:
    said = text[figure.start : figure.end]
    quantity = Quantity(figure.low, figure.high, figure.unit, figure.qualifier, said)
    return QuantityMention(figure.start, figure.end, quantity, _noun(text, figure.end, words))


def _noun(text: str, start: int, words: QuantityWords) -> str:
    """The last of the first run of plural or collective nouns in the words right behind."""
    noun, place = "", start
    for _ in range(NOUN_REACH):
        match = _WORD.match(text, place)
        if not match:
            break
        word, place = match["word"].rstrip(".’'"), match.end()
        counted = word in words.collective or (
            word.islower()
            and len(word) > 3
            and word.endswith("s")
            and not word.endswith(("ss", "us", "is"))
        )
        if (noun and not counted) or word in words.ends_phrase:
            break
        noun = word if counted else noun
        if match["word"].endswith(".") and not word[:1].isupper():
            break
    return noun
