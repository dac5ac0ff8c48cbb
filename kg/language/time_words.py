"""The words of dates and spans, from `ontology/lexicon/times.toml`, and patterns made from them."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path

from kg.knowledge.schema import read
from kg.knowledge.times import TimeTables
from kg.language.patterns import any_of
from kg.resources import ontology

_YEAR = r"(?P<year>[12][0-9]{3})"
_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_DAY = rf"(?P<day>{_NUMBER})(?:(?:\s?[-–—]\s?|\s+(?:and|to)\s+)(?P<until>{_NUMBER}))?"
_COMMA = r"(?:\s*,\s*|\s+)"
_WHICH = r"(?P<which>this|last|next|past|coming)"
_PART = (
    r"(?:(?P<part>early|mid|late|beginning|start|middle|end)"
    r"(?:\s+(?:of|in)\s+|[\s-]+)(?:the\s+)?)"
)
_ABOUT = r"(?:(?:about|around|nearly|almost|over|some|at\s+least|(?:more|less)\s+than)\s+)?"
_NO_MORE = r"(?![\w:%/]|[.,][0-9]|[-‑][^\W\d])"
_NO_LESS = r"(?<![\w:/$€£¥.,+#])(?<![^\W\d][-‑])"


class TimeWords(TimeTables, frozen=True, dict=True):
    """The tables of times.toml with the patterns made from them."""

    @cached_property
    def patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Name of the rule and pattern of each kind of span, prepositions not included.

        Names of months and weekdays are read as they are spelled, all else in any case.
        """
        rules = (
            *self._parts(),  # of two that match the same words, the first counts
            *self._dates(),
            *self._seasons_and_years(),
            *self._days_and_spans(),
        )
        return tuple((name, re.compile(pattern + _NO_MORE)) for name, pattern in rules)

    def _dates(self) -> tuple[tuple[str, str], ...]:
        month = rf"(?P<month>{any_of(self.months)}|{any_of(self.short_months)}\b\.?)"
        full = rf"(?P<month>{any_of(self.months)})"
        return (
            ("day", rf"{_NO_LESS}{_YEAR}-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])"),
            ("other", r"(?<![\w./-])[0-9]{1,2}(?P<dot>[./])[0-9]{1,2}(?P=dot)[12][0-9]{3}"),
            ("day", rf"{_NO_LESS}{_DAY}\s+(?:of\s+)?{month}(?:{_COMMA}{_YEAR})?"),
            ("day", rf"\b{month}\s+(?:the\s+)?{_DAY}(?:{_COMMA}{_YEAR})?"),
            ("month", rf"\b(?i:{_PART})?{month}(?:{_COMMA}|\s+of\s+){_YEAR}"),
            ("month", rf"\b(?i:{_PART})?(?:(?i:{_WHICH})\s+)?{full}"),
        )

    def _seasons_and_years(self) -> tuple[tuple[str, str], ...]:
        season = rf"(?P<season>{any_of(self.seasons)})"
        decade = r"(?P<year>[12][0-9]{2}0)[’']?s"
        return (
            ("season", rf"\b(?i:{_PART}?{season}(?:\s+of)?){_COMMA}{_YEAR}"),
            ("season", rf"\b(?i:{_PART}?{_WHICH}\s+{season})"),
            ("season", rf"\b(?i:{_PART}?{season}(?=\s+(?:of\s+)?(?:last|this|next)\s+year\b))"),
            ("decade", rf"{_NO_LESS}(?i:(?P<part>early|mid|late)[\s-]+)?{decade}"),
            ("year", rf"(?i:(?<![\w-]){_PART}){_YEAR}"),
            ("year", rf"{_NO_LESS}{_YEAR}(?:\s?[-–]\s?(?P<last>(?:[12][0-9])?[0-9]{{2}}))?"),
        )

    def _days_and_spans(self) -> tuple[tuple[str, str], ...]:
        weekday = rf"(?P<weekday>{any_of(self.weekdays)})"
        unit = rf"(?P<unit>{any_of(self.units)})"
        count = rf"(?P<count>[0-9]{{1,4}}|{any_of(self.number_words)})"
        edge = r"(?P<edge>end|start|beginning|middle)\s+of\s+(?:the|(?P<which>this|last|next))"
        lately = r"(?:in|over|during|for|within)\s+the\s+(?P<side>last|past|next|coming)"
        when = r"(?:(?P<side>earlier|later|early|late|sometime)\s+)?"
        away = any_of(self.span_directions)
        return (
            ("named_day", rf"\b(?i:{any_of(self.named_days)})"),
            ("weekday", rf"\b(?:(?i:{_WHICH})\s+)?{weekday}"),
            ("unit", rf"\b(?i:{when}{_WHICH}\s+{unit})"),
            ("unit", rf"\b(?i:(?P<side>early|earlier|late|later)\s+in\s+the\s+{unit})"),
            ("edge", rf"\b(?i:{edge}\s+{unit})"),
            ("weekend", r"\b(?i:(?:at|over|during|on)\s+the\s+weekend)(?!\s+of\b)"),
            ("year_end", r"\b(?i:year[\s-]end|year[’']s\s+end)"),
            ("ago", rf"\b(?i:{_ABOUT}{count}\s+{unit}s?\s+ago)"),
            ("run", rf"\b(?i:{lately}\s+(?:{count}\s+)?{unit}s?)(?!{self._narrows})"),
            (
                "words",
                rf"\b(?i:{any_of(self.open_spans)})(?!\s+(?:(?:on|into|from|to)\s+)?{weekday})",
            ),
            ("measured", rf"\b(?i:(?:{_ABOUT}{count}\s+)?{unit}s?\s+(?P<away>{away}))"),
            ("measured", rf"\b(?i:{count}\s+{unit}s?\s+(?P<away>from))(?=\s+{self._day_ahead})"),
            ("hence", rf"\b(?i:{_ABOUT}{count}\s+{unit}s?\s+from\s+now)"),
            ("words", rf"\b(?i:(?:for|within)\s+{_ABOUT}{count}\s+{unit}s?)"),
        )

    def _parts(self) -> tuple[tuple[str, str], ...]:
        """Parts of a span that is named behind them, and days told by counting weeks."""
        weekday, unit = rf"(?P<weekday>{any_of(self.weekdays)})", rf"(?P<unit>{any_of(self.units)})"
        piece = r"(?i:(?P<unit>day|week|weekend|fortnight|month))"
        count = rf"(?:(?P<count>[0-9]{{1,2}}|{any_of(self.number_words)})\s+)?"
        nth = rf"(?i:(?P<ordinal>{any_of(self.ordinals)})(?:[\s-]+{count}))"
        cut = r"(?i:(?P<cut>half|quarter))"
        turn = r"(?P<turn>before\s+last|after\s+next)"
        ordinal = r"(?P<day>(?:3[01]|[12][0-9]|[1-9])(?:st|nd|rd|th))"
        return (
            ("part", rf"\b{nth}(?:{piece}s?|{cut}|{weekday})(?={self._narrows})(?=\s+of\b)"),
            ("part", rf"(?<=\b[Tt]he\s){nth}(?:{piece}s?|{cut}|{weekday})(?={self._narrows})"),
            ("whole", r"(?<=\bthe\s)(?i:(?P<unit>month|year))"),
            ("dated", rf"{_NO_LESS}{ordinal}(?=\s+of\s+(?:this|last|next|the)\s+month\b)"),
            ("dated", rf"(?<=\b[Oo]n the ){ordinal}(?=\s*(?:[,.;:)]|$|and\b|but\b))"),
            ("turn", rf"\b(?i:{unit}\s+{turn})"),
            ("turn", rf"\b{weekday}\s+(?i:{turn})"),
            (
                "weeks",
                rf"\b{weekday}\s+(?i:(?P<unit>week|fortnight))(?!\s+(?:of|in|after|before)\b)",
            ),
            ("weeks", rf"\b(?i:an?\s+(?P<unit>week|fortnight)\s+on)\s+{weekday}"),
        )

    @property
    def _narrows(self) -> str:
        """What follows a part of a span: "of July", "of last year", "in the spring of"."""
        named = any_of((*self.months, *self.seasons, *self.ordinals))
        part = r"early|mid|late|this|last|next|the\s+(?:month|year)\b|[12][0-9]{3}(?!\w)"
        return rf"\s+(?:of|in)\s+(?:the\s+)?(?:year\s+)?(?:{named}\b|{part})"

    @property
    def _day_ahead(self) -> str:
        """A day from which others are counted."""
        named = any_of((*self.weekdays, *self.named_days, *self.months, *self.short_months))
        return rf"(?:{named}|next|this|the\s+[0-9]|[0-9])"

    @cached_property
    def led(self) -> re.Pattern[str]:
        """A preposition, and an article behind it, that end where a span starts."""
        return re.compile(
            rf"(?<![\w-])(?P<words>{any_of(self.prepositions)})\s+(?:the\s+|about\s+|around\s+)?$",
            re.IGNORECASE,
        )

    @cached_property
    def remembered(self) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
        """What stands before and behind a day that is the name of a deed; and before it alone."""
        deeds = any_of(self.remembered_deeds)
        return (
            re.compile(r"(?:\bthe|\b(?:its|their|his|her)|[’']s?)\s+$", re.IGNORECASE),
            re.compile(rf"(?:[’']s)?(?:\s+[\w-]+)??\s+{deeds}\b", re.IGNORECASE),
            re.compile(rf"\b{deeds}\s+of\s+(?:the\s+)?$", re.IGNORECASE),
        )

    @cached_property
    def looks_ahead(self) -> re.Pattern[str]:
        """A word of the future with nothing but its own clause behind it."""
        said = any_of(self.reporting_verbs)
        return re.compile(
            rf"\b{any_of(self.future_words)}\b(?:(?!\b{said}\b)[^,;.]){{0,60}}$", re.IGNORECASE
        )

    @cached_property
    def goes_on_ahead(self) -> re.Pattern[str]:
        """A word of the future right behind the subject that follows a span: ", X will meet"."""
        subject = rf"(?:\s+(?!{any_of(self.reporting_verbs)}\b|\w+ed\b)[\w’'.&-]+){{1,5}}?"
        return re.compile(rf",?{subject}\s+{any_of(self.future_words)}\b")


@lru_cache(maxsize=1)
def time_words() -> TimeWords:
    """The shipped table. Raises KnowledgeError where it breaks its schema."""
    return load_time_words(ontology("lexicon", "times.toml"))


def load_time_words(path: Path) -> TimeWords:
    """A table from any file. Raises KnowledgeError naming the offending key."""
    return read(path, TimeWords)
