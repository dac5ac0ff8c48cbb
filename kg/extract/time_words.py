"""The words of dates and spans, from `ontology/lexicon/times.toml`, and patterns made from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from kg.errors import KnowledgeError
from kg.extract.intervals import UNITS
from kg.extract.wordtables import any_of, read_tables
from kg.resources import ontology

EFFECTS = ("in", "from", "until", "before")
_YEAR = r"(?P<year>[12][0-9]{3})"
_NO_MORE = r"(?![\w:%/]|[.,][0-9]|[-‑][^\W\d])"
_NO_LESS = r"(?<![\w:/$€£¥.,+#])(?<![^\W\d][-‑])"


@dataclass(frozen=True)
class TimeWords:
    """The tables of times.toml, one field a table, and the patterns made from them."""

    weekdays: dict[str, int]
    months: dict[str, int]
    short_months: dict[str, int]
    seasons: dict[str, int]
    units: dict[str, str]
    days: dict[str, int]
    ordinals: dict[str, int]
    prepositions: dict[str, str]
    careful_months: tuple[str, ...]
    careful_prepositions: tuple[str, ...]
    name_before: tuple[str, ...]
    name_after: tuple[str, ...]
    ahead: tuple[str, ...]
    reporting: tuple[str, ...]
    numbers: dict[str, int]
    open_words: tuple[str, ...]
    measured_from: tuple[str, ...]

    def __post_init__(self) -> None:
        for word, effect in self.prepositions.items():
            if effect not in EFFECTS:
                raise KnowledgeError(f"{word!r} = {effect!r}", "no such effect", f"Use {EFFECTS}.")
        for word, unit in self.units.items():
            if unit not in UNITS:
                raise KnowledgeError(f"{word!r} = {unit!r}", "no such unit", f"Use {UNITS}.")

    @cached_property
    def patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Name of the rule and pattern of each kind of span, prepositions not included."""
        short = any_of(self.short_months)
        month = rf"(?P<month>{any_of(self.months)}|{short}\b\.?)"
        full = rf"(?P<month>{any_of(self.months)})"
        which = r"(?P<which>this|last|next|past|coming)"
        part = (
            r"(?:(?P<part>early|mid|late|beginning|start|middle|end)"
            r"(?:\s+(?:of|in)\s+|[\s-]+)(?:the\s+)?)"
        )
        number = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
        day = rf"(?P<day>{number})(?:(?:\s?[-–—]\s?|\s+(?:and|to)\s+)(?P<until>{number}))?"
        unit = rf"(?P<unit>{any_of(self.units)})"
        count = rf"(?P<count>[0-9]{{1,4}}|{any_of(self.numbers)})"
        about = r"(?:(?:about|around|nearly|almost|over|some|at\s+least|(?:more|less)\s+than)\s+)?"
        comma = r"(?:\s*,\s*|\s+)"
        weekday = rf"(?P<weekday>{any_of(self.weekdays)})"
        season = rf"(?P<season>{any_of(self.seasons)})"
        nth = rf"(?P<ordinal>{any_of(self.ordinals)})[\s-]+(?P<cut>half|quarter)"
        edge = r"(?P<edge>end|start|beginning|middle)\s+of\s+(?:the|(?P<which>this|last|next))"
        lately = r"(?:in|over|during|for|within)\s+the\s+(?P<side>last|past|next|coming)"
        when = r"(?:(?P<side>earlier|later|early|late|sometime)\s+)?"
        decade = r"(?P<year>[12][0-9]{2}0)[’']?s"
        rules = (
            ("day", rf"{_NO_LESS}{_YEAR}-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])"),
            ("other", r"(?<![\w./-])[0-9]{1,2}(?P<dot>[./])[0-9]{1,2}(?P=dot)[12][0-9]{3}"),
            ("day", rf"{_NO_LESS}{day}\s+(?:of\s+)?{month}(?:{comma}{_YEAR})?"),
            ("day", rf"\b{month}\s+(?:the\s+)?{day}(?:{comma}{_YEAR})?"),
            ("month", rf"\b(?i:{part})?{month}(?:{comma}|\s+of\s+){_YEAR}"),
            ("month", rf"\b(?i:{part})?(?:(?i:{which})\s+)?{full}"),
            ("season", rf"\b(?i:{part}?{season}(?:\s+of)?){comma}{_YEAR}"),
            ("season", rf"\b(?i:{part}?{which}\s+{season})"),
            ("half", rf"\b(?i:{nth}\s+of\s+)(?:the\s+year\s+)?{_YEAR}"),
            ("decade", rf"{_NO_LESS}(?i:(?P<part>early|mid|late)[\s-]+)?{decade}"),
            ("year", rf"(?i:(?<![\w-]){part}){_YEAR}"),
            ("year", rf"{_NO_LESS}{_YEAR}(?:\s?[-–]\s?(?P<last>(?:[12][0-9])?[0-9]{{2}}))?"),
            ("named_day", rf"\b(?i:{any_of(self.days)})"),
            ("weekday", rf"\b(?:(?i:{which})\s+)?{weekday}"),
            ("unit", rf"\b(?i:{when}{which}\s+{unit})"),
            ("edge", rf"\b(?i:{edge}\s+{unit})"),
            ("ago", rf"\b(?i:{about}{count}\s+{unit}s?\s+ago)"),
            ("run", rf"\b(?i:{lately}\s+(?:{count}\s+)?{unit}s?)"),
            ("words", rf"\b(?i:{any_of(self.open_words)})"),
            ("words", rf"\b(?i:(?:{about}{count}\s+)?{unit}s?\s+{any_of(self.measured_from)})"),
            ("words", rf"\b(?i:(?:for|within)\s+{about}{count}\s+{unit}s?)"),
        )
        return tuple((name, re.compile(pattern + _NO_MORE)) for name, pattern in rules)

    @cached_property
    def led(self) -> re.Pattern[str]:
        """A preposition, and an article behind it, that end where a span starts."""
        return re.compile(
            rf"(?<![\w-])(?P<words>{any_of(self.prepositions)})\s+(?:the\s+|about\s+|around\s+)?$",
            re.IGNORECASE,
        )

    @cached_property
    def looks_ahead(self) -> re.Pattern[str]:
        """A word of the future with nothing but its own clause behind it."""
        said = any_of(self.reporting)
        return re.compile(
            rf"\b{any_of(self.ahead)}\b(?:(?!\b{said}\b)[^,;.]){{0,60}}$", re.IGNORECASE
        )


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The shipped table. Raises KnowledgeError where it breaks its schema."""
    return load_time_words(ontology("lexicon", "times.toml"))


def load_time_words(path: Path) -> TimeWords:
    """A table from any file. Raises KnowledgeError naming the offending key."""
    return read_tables(path, TimeWords)
