"""Times in plain text, resolved against the day of publication.

Rules of our own find the spans that news uses, because dateutil reads "last Thursday" forward and
dateparser takes "on Tuesday", said on a Tuesday, for a week ago and "May Street" for a date;
dateparser reads the numeric dates behind them. A day, month or weekday without its year is the most
recent one not after publication, unless "next", "by", "until" or a word of the future in its clause
("will meet on Friday") says that it lies ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from kg.language.intervals import Interval, around
from kg.language.patterns import any_of
from kg.language.time_parts import is_behind, is_within, size, within
from kg.language.time_rules import UNKNOWN, Said, resolve
from kg.language.time_words import TimeWords, time_words
from kg.model import TimeSpan

LOOK_BACK = 30
"""Characters searched for the preposition before a span."""
CLAUSE = 90
"""Characters searched for a word of the future before a span."""
_TO = re.compile(r"\s+(?:to|until|till|through)\s+|\s?[-–—]\s?")
_AND = re.compile(r"\s+and\s+")
_POSSESSIVE = re.compile(r"(?:\b(?:the|its|their|his|her|a)|[’']s)\s+$", re.IGNORECASE)
_PLURAL = re.compile(r"\s+[a-z]{3,}s\b")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at `text[start:end]`, its preposition included; `span.words` are those words."""

    start: int
    end: int
    span: TimeSpan


@dataclass(frozen=True)
class _Core:
    """An expression without its preposition; `lead` is where the mention starts.

    `other` is the second end of a pair; `outer` the span that it is a part of, or counted from.
    """

    rule: str
    said: Said
    start: int
    end: int
    lead: int
    effect: str = ""
    other: _Core | None = None
    outer: _Core | None = None


def find_times(text: str, published: date | None) -> tuple[TimeMention, ...]:
    """Every time expression of `text`, in order, none overlapping; offsets are code points into it.

    `published` None: absolute dates resolve, relative ones keep their words with both ends None.
    "since" leaves the end open, "by" and "until" the start; a bare year counts between 1000 and
    2999. Durations and spans that hang on another event keep their words only. Never raises for
    what the text holds.
    """
    words = time_words()
    found = _joined(text, _nested(text, list(_cores(text, published, words))))
    cores = [_foretold(core) if _is_foretold(text, core, words) else core for core in found]
    mentions = (_mention(text, core) for core in cores if _is_time(text, core, words))
    return tuple(mention for mention in mentions if mention is not None)


def _cores(text: str, published: date | None, words: TimeWords) -> Iterator[_Core]:
    """The longest expressions, from left to right, each with its preposition and its tense."""
    end = 0
    for rule, match in _matches(text):
        start = match.start()
        if start < end:
            continue
        offset = max(end, start - LOOK_BACK)  # a preposition inside the span before is taken
        end = match.end()
        led = words.led.search(text[offset:start])
        effect = words.prepositions[_folded(led["words"])] if led else ""
        ahead = effect == "until" or bool(
            words.looks_ahead.search(text[max(0, start - CLAUSE) : start])
        )
        lead = offset + led.start("words") if led else start
        said = Said(match, published, words, ahead, behind=effect == "from")
        yield _Core(rule, said, start, end, lead, effect)


@lru_cache(maxsize=1)
def _matches(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """What the patterns find in `text`, the longest first; figures ask once more of each text."""
    patterns = time_words().patterns
    found = [(rule, m) for rule, pattern in patterns for m in pattern.finditer(text)]
    return tuple(sorted(found, key=lambda pair: (pair[1].start(), -pair[1].end())))


def _is_foretold(text: str, core: _Core, words: TimeWords) -> bool:
    """'On Monday, X will meet Y': what begins a sentence is dated by the verb behind it."""
    begins = re.search(r"(?:^|[.!?:;\n][”\"’)]*\s+)$", text[max(0, core.lead - 5) : core.lead])
    return bool(begins) and bool(words.goes_on_ahead.match(text, core.end))


def _foretold(core: _Core) -> _Core:
    return replace(
        core,
        said=replace(core.said, ahead=True),
        other=core.other and _foretold(core.other),
        outer=core.outer and _foretold(core.outer),
    )


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words).lower()


def _nested(text: str, cores: list[_Core]) -> list[_Core]:
    """ "Tuesday of last week", "the 19th of this month last year" made one expression each."""
    out: list[_Core] = []  # from right to left: what stands last contains what stands before
    for core in reversed(cores):
        last = out[-1] if out else None
        nested = _nest(text, core, last) if last else None
        if nested is not None:
            out[-1] = nested
        else:
            out.append(core)
    return out[::-1]


def _nest(text: str, first: _Core, second: _Core) -> _Core | None:
    gap, after = text[first.end : second.start], text[second.end : second.end + 2]
    inner, outer = (first.rule, first.said), size(second.rule, second.said)
    if is_within(gap, inner, outer, second.rule, after):
        if first.said.get("away") == "from":
            second = replace(second, said=replace(second.said, ahead=True))
        return replace(first, end=second.end, outer=second)
    if (
        is_behind(gap, size(first.rule, first.said), (second.rule, second.said))
        and second.outer is None
    ):
        return replace(second, start=first.start, lead=first.lead, effect=first.effect, outer=first)
    return None


def _joined(text: str, cores: list[_Core]) -> list[_Core]:
    """ "between A and B", "from A to B" and "A–B" made one expression."""
    out: list[_Core] = []
    for core in cores:
        first = out[-1] if out else None
        lead = _pair(text, first, core) if first else None
        if first is not None and lead is not None:
            said = replace(first.said, year=core.said.own_year)
            whole = core.outer if core.rule == first.rule and not first.said.own_year else None
            first = replace(first, said=said, outer=whole)  # 'from 5 to 9 July last year'
            out[-1] = replace(first, end=core.end, lead=lead, effect="in", other=core)
        else:
            out.append(core)
    return out


def _pair(text: str, first: _Core, second: _Core) -> int | None:
    """Where the mention of a pair starts; None where the two are no pair."""
    gap = text[first.end : second.start]
    if (
        first.other
        or first.outer
        or {first.rule, second.rule} & {"words", "run", "ago", "measured"}
    ):
        return None
    before = text[max(0, first.start - LOOK_BACK) : first.start]
    if (led := re.search(r"\bbetween\s+(?:the\s+)?$", before, re.IGNORECASE)) and _AND.fullmatch(
        gap
    ):
        return first.start - len(led[0])
    same = first.rule == second.rule
    return first.lead if _TO.fullmatch(gap) and (same or first.effect == "from") else None


def _is_time(text: str, core: _Core, words: TimeWords) -> bool:
    """Whether the words are a time here, and no part of a name, a number of things or a verb."""
    if core.rule in ("month", "weekday"):
        if re.match(rf"\s+{any_of(words.names_after)}\b", text[core.end : core.end + LOOK_BACK]):
            return False
        before = text[max(0, core.start - LOOK_BACK) : core.start]
        if re.search(rf"\b{any_of(words.names_before)}\s+$", before):
            return False
    if core.rule == "month":
        return bool(core.other or core.outer) or _is_month(text, core, words)
    return core.rule != "year" or bool(core.other) or _is_year(text, core)


def _is_month(text: str, core: _Core, words: TimeWords) -> bool:
    said = core.said
    if said.get("part") or said.get("which") or said.get("year"):
        return True
    if said.match["month"] not in words.ambiguous_months:
        return bool(core.effect)
    preposition = re.sub(r"\s+the$", "", _folded(text[core.lead : core.start]).strip())
    return preposition in words.ambiguous_month_prepositions


def _is_year(text: str, core: _Core) -> bool:
    said = core.said
    if said.get("part"):
        return True
    modern = 1900 <= int(said.get("year")) < 2100
    if said.get("last"):
        return modern
    if core.effect:
        sure = _folded(text[core.lead : core.start]).split()[0] in (
            "in",
            "since",
            "until",
            "during",
        )
        return modern or (sure and not _PLURAL.match(text, core.end))
    named = _POSSESSIVE.search(text[max(0, core.start - LOOK_BACK) : core.start])
    return bool(named) and modern and not said.get("year").endswith("00")


def _mention(text: str, core: _Core) -> TimeMention | None:
    interval = _interval(core)
    if interval is not None and core.other is not None:
        last = _interval(core.other)
        interval = _ordered(interval[0], last[1] if last else None)
    if interval is None:
        return None
    start, end = _affected(interval, core)
    return TimeMention(core.lead, core.end, TimeSpan(start, end, text[core.lead : core.end]))


def _interval(core: _Core) -> Interval | None:
    if core.outer is None:
        return resolve(core.rule, core.said)
    whole = _interval(core.outer)
    if core.outer.rule == "whole" and core.said.published:
        whole = around(core.said.published, core.outer.said.unit)
    return within(core.rule, core.said, whole or UNKNOWN, core.outer.rule)


def _ordered(start: date | None, end: date | None) -> Interval:
    return UNKNOWN if start and end and start > end else (start, end)


def _affected(interval: Interval, core: _Core) -> Interval:
    """The interval as its preposition opens it."""
    start, end = interval
    if core.said.get("until"):  # "from 12 to 14 June" has both its ends
        return interval
    if core.effect == "from":
        return start, None
    at_end = "end" in (core.said.get("edge"), core.said.get("part"))
    if core.effect == "until" or (core.effect == "before" and at_end):
        return None, end
    if core.effect == "night" and start:
        return start - timedelta(1), end
    if core.effect == "before" and start:
        return None, start - timedelta(1)
    return interval
