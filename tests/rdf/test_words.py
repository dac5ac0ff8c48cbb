"""What is written by hand is what the engine would write."""

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, XSD, Literal, URIRef

from kg.rdf.terms import flag, number, text, whole
from kg.rdf.words import Words, engine_object

PREFIXES = {"a": "http://x/a/", "b": "http://x/a/b/", "o": "http://x/o#", "xsd": str(XSD)}
WORDS = Words(PREFIXES)
ODD = [chr(code) for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)]


def by_engine(term):
    nobody = ox.NamedNode("urn:nobody")
    triple = ox.Triple(nobody, nobody, engine_object(term))
    raw = ox.serialize([triple], format=ox.RdfFormat.TURTLE, prefixes=PREFIXES).decode()
    return (
        raw.removesuffix("\n")
        .rpartition("\n")[2]
        .removeprefix(f"{nobody} {nobody} ")
        .removesuffix(" .")
    )


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(['"', "\\", *ODD])))
def test_strings_are_escaped_as_by_the_engine(words):
    assert WORDS.literal(text(words)) == by_engine(text(words))


@given(
    st.sampled_from([*PREFIXES.values(), "http://x/", "urn:x:", "http://x/a/b"]),
    st.from_regex(r"[A-Za-z0-9_./:%#~-]{0,6}", fullmatch=True),
)
def test_names_have_the_prefix_that_the_engine_gives(space, rest):
    node = URIRef(space + rest)
    try:
        expected = by_engine(node)
    except ValueError:
        return
    assert WORDS.name(node) == (str(node), expected)


@pytest.mark.parametrize(
    "value",
    [whole(-3), whole(0), flag(True), number(Decimal("1.5")), number(Decimal(15)),
     Literal("2020-01-01", datatype=XSD.date), Literal("x", datatype=URIRef("http://x/o#t")),
     Literal("a b", datatype=XSD.integer, normalize=False)],
)  # fmt: skip
def test_typed_literals_are_written_as_by_the_engine(value):
    assert WORDS.literal(value) == WORDS.literal(value) == by_engine(value)


def test_types_stand_before_other_verbs():
    assert WORDS.verb(RDF.type) == (False, str(RDF.type), "a")
    assert WORDS.verb(URIRef("http://x/a/p")) == (True, "http://x/a/p", "a:p")


def test_what_is_held_is_bounded(monkeypatch):
    monkeypatch.setattr("kg.rdf.words.HELD", 2)
    words = Words(PREFIXES)
    for number_ in range(5):
        assert words.name(URIRef(f"http://x/a/{number_}")).words == f"a:{number_}"
        assert words.literal(whole(number_)) == str(number_)
