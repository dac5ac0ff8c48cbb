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


_NO_NAME = r"(?<![\w/:+#])(?<![^\W\d][-‑–])(?<![0-9][.,])(?<![\s(]-)"
"""Not behind part of a name (F-16), a fraction, a version, a clock time or an ordinal."""
_DIGITS = (
    r"(?:[0-9]{1,3}(?:\.[0-9]{3}){2,4}"  # 1.500.000
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}"  # 1,50,000, as India writes it
    r"|(?:[0-9]{1,3}(?:(?:,[0-9]{3}){1,5}|(?:['’][0-9]{3}){1,5})|[0-9]{1,15})(?:\.[0-9]{1,6})?)"
)
_BLANKS = r"[1-9][0-9]{0,2}(?:[ \u00a0\u2007\u2008\u2009\u202f][0-9]{3}){1,4}"
"""Thousands parted by a blank: plain, no-break, of a figure's or a point's width, or thin."""


class QuantityWords(QuantityTables, frozen=True, dict=True):
    """The tables of quantities.toml with the patterns made from them."""

    @cached_property
    def numbers(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of a bare number; the last group named tells its kind (digits, share, ...)."""
        cardinal, scales, multiples = map(any_of, (self.cardinals, self.scales, self.multiples))
        many = any_of((*self.scales, *self.multiples))
        scale = rf"(?:[\s-]?{many}\b|\s?{any_of(self.short_scales)}\b)"
        joined = rf"(?<=hundred)\s+and\s+{cardinal}\b(?!\s+{scales})"
        return tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"{_NO_NAME}(?P<digits>{_DIGITS})(?P<scale>{scale})?{self._no_more}",
                rf"{_NO_NAME}(?P<digits>[0-9]{{1,3}},[0-9]{{1,2}})(?P<scale>{scale}){self._no_more}",
                rf"{_NO_NAME}(?<![0-9]\s)(?P<blanks>{_BLANKS}){self._no_more}",
                rf"(?<![\w-])(?P<share>{any_of(self.shares)})(?![\w-])",
                rf"(?<![\w-])(?P<fixed>{any_of(self.fixed)})(?![\w-])",
                rf"(?<![\w-])(?P<vague>{any_of(self.vague)})(?![\w-])",
                rf"(?<![\w-])(?P<packs>(?P<whole>an?|{cardinal})\s+(?P<times>{multiples}))(?![\w-])",
                rf"(?<![\w-])(?P<spelled>(?:an?\s+{scales}\b|{cardinal}\b)"
                rf"(?:[\s-]+(?:{cardinal}|{scales})\b|{joined}){{0,9}})(?![\w-])",
                rf"(?<![\w-])(?P<half>(?P<whole>{cardinal})\s+and\s+a\s+half"
                rf"(?:\s+(?P<times>{scales}))?)(?![\w-])",
            )
        )

    @property
    def _no_more(self) -> str:
        return rf"(?![\w/:°]|[.,][0-9]|[-‑–](?!{any_of(self.sizes)}\b)[^\W\d])"

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
    def led(self) -> re.Pattern[str]:
        """What begins a range ("between", "anywhere from") and ends where its number starts."""
        hedges = rf"(?:{self._hedge}\s+){{0,{MAX_QUALIFIERS}}}"
        return re.compile(
            rf"(?<![\w-])(?P<words>{any_of((*self.openers, 'from'))})\s+{hedges}$", re.IGNORECASE
        )

    @cached_property
    def joins(self) -> re.Pattern[str]:
        """What stands between the two numbers of a range; "and" is one only behind an opener."""
        hedges = rf"(?:{self._hedge}\s+){{0,{MAX_QUALIFIERS}}}"
        return re.compile(
            rf"\s*[-–—]\s*|\s+(?P<word>to|or|and)\s+{hedges}"
            rf"|\s*,\s+(?:{any_of(self.perhaps)}\s+)+{hedges}",
            re.IGNORECASE,
        )

    @property
    def _hedge(self) -> str:
        """What may stand before a number of a range without opening it: "about", "perhaps"."""
        return any_of((*(q for q, bound in self.before.items() if bound != "least"), *self.perhaps))

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
    def late(self) -> re.Pattern[str]:
        """A qualifier behind the noun that is counted ("500 men or more"), closed or not."""
        alone = rf"\s+(?:{any_of(self.after)})(?=\s*(?:[,.;:)]|$))"
        words = any_of(w for w in self.after if w.startswith(("or ", "if ", "and ")))
        return re.compile(
            rf"(?:\s+[a-z]+){{1,3}}?(?P<words>\s+{words}(?![\w-])|{alone})", re.IGNORECASE
        )

    @cached_property
    def numbered(self) -> re.Pattern[str]:
        """A word that is numbered by the number behind it ("Article 5", "Leopard 2")."""
        words = any_of((*self.designators, *self.makes))
        return re.compile(rf"(?<![\w-]){words}\s+$", re.IGNORECASE)

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
