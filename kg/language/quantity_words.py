"""The words around figures, from `ontology/lexicon/quantities.toml`, made into patterns."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path

from kg.knowledge.quantities import QuantityTables
from kg.knowledge.schema import read
from kg.language.patterns import any_of
from kg.resources import ontology

MAX_QUALIFIERS = 3
"""'at least an estimated 300' has two; no report of the development articles has more than two."""


class QuantityWords(QuantityTables, frozen=True, dict=True):
    """The tables of quantities.toml with the patterns made from them."""

    @cached_property
    def numbers(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of a bare number; a group is named for each kind (digits, share, ...)."""
        scale = rf"(?:[\s-]?{any_of(self.scales)}\b|\s?{any_of(self.short_scales)}\b)"
        cardinal, scales = any_of(self.cardinals), any_of(self.scales)
        joined = rf"(?<=hundred)\s+and\s+{cardinal}\b(?!\s+{scales})"
        return tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                # Not part of a name (F-16), a fraction, a version, a clock time or an ordinal.
                rf"(?<![\w/:+#])(?<![^\W\d][-‑–])(?<![0-9][.,])(?<![\s(]-)"
                rf"(?P<digits>(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,5}}|[0-9]{{1,15}})(?:\.[0-9]{{1,6}})?)"
                rf"(?P<scale>{scale})?(?![\w/:°]|[.,][0-9]|[-‑–](?!{any_of(self.sizes)}\b)[^\W\d])",
                rf"(?<![\w-])(?P<share>{any_of(self.shares)})(?![\w-])",
                rf"(?<![\w-])(?P<fixed>{any_of(self.fixed)})(?![\w-])",
                rf"(?<![\w-])(?P<vague>{any_of(self.vague)})(?![\w-])",
                rf"(?<![\w-])(?P<spelled>(?:an?\s+{scales}\b|{cardinal}\b)"
                rf"(?:[\s-]+(?:{cardinal}|{scales})\b|{joined}){{0,9}})(?![\w-])",
                rf"(?<![\w-])(?P<half>(?P<whole>{cardinal})\s+and\s+a\s+half"
                rf"(?:\s+(?P<times>{scales}))?)(?![\w-])",
            )
        )

    @cached_property
    def sign(self) -> re.Pattern[str]:
        """A currency sign or code that ends where a number starts."""
        signs = any_of(self.currency_before)
        return re.compile(rf"(?<![\w$])(?P<sign>{signs})\s?$")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """A currency or measure right behind a number."""
        words = any_of((*self.currency_after, *self.measures))
        return re.compile(rf"\s{{0,2}}(?P<unit>{words})(?!\w)")

    @cached_property
    def qualifiers(self) -> re.Pattern[str]:
        """One to MAX_QUALIFIERS qualifiers that end where a number starts."""
        one = any_of(self.before)
        more = rf"(?:\s+{one}){{0,{MAX_QUALIFIERS - 1}}}"
        return re.compile(rf"(?<![\w-])(?P<words>{one}{more})\s+(?:the\s+)?$", re.IGNORECASE)

    @cached_property
    def afterthought(self) -> re.Pattern[str]:
        """A qualifier right behind a number ("or more", "-plus")."""
        return re.compile(rf"[\s-]{{1,2}}(?P<words>{any_of(self.after)})(?![\w-])", re.IGNORECASE)

    @cached_property
    def numbered(self) -> re.Pattern[str]:
        """A word that is numbered by the number behind it ("Article 5")."""
        return re.compile(rf"(?<![\w-]){any_of(self.designators)}\s+$", re.IGNORECASE)

    @cached_property
    def uncounted(self) -> re.Pattern[str]:
        """A word behind a number that makes it a time or a calibre."""
        return re.compile(rf"\s?{any_of(self.not_counted)}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def quantity_words() -> QuantityWords:
    """The shipped table. Raises KnowledgeError where it breaks its schema."""
    return load_quantity_words(ontology("lexicon", "quantities.toml"))


def load_quantity_words(path: Path) -> QuantityWords:
    """A table from any file. Raises KnowledgeError naming the offending key."""
    return read(path, QuantityWords)


def folded(words: str) -> str:
    """A phrase as the tables spell it: one blank between words, lower case."""
    return re.sub(r"\s+", " ", words).strip().lower()
