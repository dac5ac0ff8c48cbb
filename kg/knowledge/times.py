"""The words of dates and spans, from `ontology/lexicon/times.toml`."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from kg.knowledge.names import Word, Words

Unit = Literal["minute", "hour", "day", "week", "weekend", "fortnight", "month", "year", "decade"]
Lead = Literal["in", "from", "until", "before", "night"]
"""What a preposition does with the span behind it."""


class TimeTables(Struct, frozen=True, forbid_unknown_fields=True):
    """The file times.toml: a field is one list or table of it; its comments say what of."""

    weekdays: dict[Word, int]
    months: dict[Word, int]
    short_months: dict[Word, int]
    seasons: dict[Word, int]
    units: dict[Word, Unit]
    named_days: dict[Word, int]
    ordinals: dict[Word, int]
    offsets: dict[Word, int]
    prepositions: dict[Word, Lead]
    ambiguous_months: Words
    ambiguous_month_prepositions: Words
    names_before: Words
    names_after: Words
    future_words: Words
    reporting_verbs: Words
    number_words: dict[Word, int]
    open_spans: Words
    remembered_days: tuple[date, ...]
    remembered_deeds: Words
    span_directions: Words
