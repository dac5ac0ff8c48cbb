"""The words around figures, from `ontology/lexicon/quantities.toml`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kg.knowledge.names import Word, Words

Bound = Literal["equal", "least", "most"]
"""What a qualifier says of its figure: the figure itself, open above, open below."""


class QuantityTables(Struct, frozen=True, forbid_unknown_fields=True):
    """The file quantities.toml: a field is one list or table of it; its comments say what of."""

    before: dict[Word, Bound]
    after: dict[Word, Bound]
    vague: Words
    scales: dict[Word, int]
    short_scales: dict[Word, int]
    multiples: dict[Word, int]
    openers: Words
    perhaps: Words
    cardinals: Words
    fixed: dict[Word, str]
    shares: dict[Word, str]
    currency_before: dict[Word, str]
    currency_after: dict[Word, str]
    measures: dict[Word, str]
    designators: Words
    makes: Words
    not_counted: Words
    collective: Words
    ends_phrase: Words
    sizes: Words
