"""A triple, and literals in their canonical form.

Canonical, because stores normalise ("1.50" becomes "1.5"): what is written is what every engine
gives back, so the same value has the same bytes wherever it was.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, TypeAlias

from rdflib import RDF, RDFS, XSD, Literal, URIRef

from kg.vocabulary import SC

Triple: TypeAlias = tuple[URIRef, URIRef, URIRef | Literal]

TYPE: Final = RDF.type
LABEL: Final = RDFS.label
"""The two that are written most; rdflib looks each up anew."""
AGAIN: Final = 1 << 15
"""Terms that are held to be found again: names, days and offsets come in many articles."""


@cache
def named(term: str) -> URIRef:
    """Our own term of this name; AttributeError where the vocabulary has none."""
    return SC[term]


@lru_cache(maxsize=AGAIN)
def text(value: str) -> Literal:
    """A plain string, without language tag: `kg` reads English, and queries compare strings."""
    return Literal(value)


@lru_cache(maxsize=AGAIN)
def day(value: date) -> Literal:
    """An xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


def address(value: str) -> Literal:
    """An xsd:anyURI: an address as it was given, which need not be one that IRIs allow."""
    return Literal(value, datatype=XSD.anyURI)


@lru_cache(maxsize=AGAIN)
def whole(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD.integer)


@lru_cache(maxsize=AGAIN)
def flag(value: bool) -> Literal:
    """An xsd:boolean, `true` or `false`."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


@lru_cache(maxsize=AGAIN)
def number(value: Decimal) -> Literal:
    """An xsd:decimal as XSD 1.1 has it: no exponent, no needless zeros, no point in integers."""
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    if not digits.strip("-0."):
        digits = "0"
    return Literal(digits, datatype=XSD.decimal, normalize=False)
