"""What is told of a file beside its articles: once for each kind of thing, with its first place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Article, Unread
from kg.read.dates import FIRST_YEAR, LAST_YEAR
from kg.read.record import Remark, RemarkKind

_LONGEST_VALUE = 50  # code points of a value that a message repeats


@dataclass(frozen=True, slots=True)
class _Words:
    """The sentence of a kind: `{value}` is what the first one holds, `{others}` how many more."""

    reason: str
    remedy: str
    by_value: bool = False  # whether each value has a line of its own


_KINDS: dict[RemarkKind, _Words] = {
    "undated": _Words(
        f"published '{{value}}' is no date between {FIRST_YEAR} and {LAST_YEAR} "
        "that can be read in one way{others}; read without",
        "Write it as 2024-10-24, or say how it is written with --date-format.",
    ),
    "placeholder": _Words(
        "published '{value}' is what databases write for no date{others}; read without",
        "Write the date as 2024-10-24, or leave it empty.",
    ),
    "unused": _Words(
        "it has no date of publication, and its field '{value}', which holds dates, is not used"
        "{others}",
        "If that is when it was published, say --published {value}.",
        by_value=True,
    ),
    "removed": _Words(
        "its service has taken it back ('{value}'){others}; it is no article", "Nothing to do."
    ),
    "cut": _Words(
        "its service cut the text off, and the sentence that it breaks off in is left out{others}",
        "Give the whole text.",
    ),
    "timeless": _Words(
        "it is a live blog of several days, and its entries have no times that can be read"
        "{others}; read without a date",
        "Say its date in index.csv if it is of one day.",
    ),
}
_MORE = {1: "; so is 1 other", 0: ""}


def told(items: Iterable[Article | Unread | Remark]) -> Iterator[Article | Unread]:
    """The items of one file, and at its end a line for each kind of remark."""
    first: dict[tuple[RemarkKind, str], Remark] = {}
    counts: dict[tuple[RemarkKind, str], int] = {}
    for item in items:
        if not isinstance(item, Remark):
            yield item
            continue
        key = item.kind, item.value if _KINDS[item.kind].by_value else ""
        first.setdefault(key, item)
        counts[key] = counts.get(key, 0) + 1
    for key, remark in first.items():
        yield _line(remark, counts[key])


def _line(remark: Remark, number: int) -> Unread:
    words = _KINDS[remark.kind]
    value = remark.value[:_LONGEST_VALUE]
    others = _MORE.get(number - 1, f"; so are {number - 1:,} others")
    source = f"{remark.file} {remark.place}".rstrip()
    reason = words.reason.format(value=value, others=others)
    return Unread(source, reason, words.remedy.format(value=value))
