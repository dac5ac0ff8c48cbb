import pytest
from rdflib import RDF, RDFS, SKOS, Literal, URIRef
from rdflib.namespace import GEO

from kg.rdf import iris
from kg.rdf.places import place_triples
from kg.vocabulary import SC

HOLDER = URIRef("https://example.org/claim")


def told(words):
    return {p: o for s, p, o in place_triples(HOLDER, words) if s != HOLDER}


def test_a_listed_place_tells_kind_and_state():
    assert told("Tigray") == {
        RDF.type: SC.Place,
        RDFS.label: Literal("Tigray"),
        SC.placeKind: Literal("region"),
        SC.inState: iris.agent("ETH"),
    }


def test_an_article_before_the_name_is_no_part_of_it():
    assert told("the Red Sea")[SC.placeKind] == Literal("sea")
    assert told("the Red Sea")[RDFS.label] == Literal("the Red Sea")


def test_a_state_and_its_capital_are_places_of_that_state():
    assert told("Norway")[SC.placeKind] == Literal("state")
    assert SKOS.exactMatch in told("Norway")
    assert (told("Oslo")[SC.placeKind], told("Oslo")[SC.inState]) == (
        Literal("city"), iris.agent("NOR"),
    )  # fmt: skip


def test_a_town_lies_at_a_point_longitude_first():
    assert told("Oslo")[GEO.asWKT] == Literal("POINT(10.746 59.913)", datatype=GEO.wktLiteral)
    assert told("Baidoa, Somalia")[GEO.asWKT] == told("Baidoa")[GEO.asWKT]
    assert all(GEO.asWKT not in told(words) for words in ("Norway", "Tigray", "Baidoa, Wisconsin"))


def test_a_contested_place_is_in_no_state():
    assert SC.inState not in told("Kashmir")
    assert SC.placeKind in told("Kashmir")


def test_what_no_table_lists_has_its_words_alone():
    assert set(told("a field behind the mill")) == {RDF.type, RDFS.label}


@pytest.mark.parametrize(
    ("words", "kind", "state"),
    [
        ("Kanda, Borno State", None, "NGA"),
        ("Kanda District, Khyber Pakhtunkhwa", "region", "PAK"),
        ("Kanda, Balochistan, Pakistan", None, "PAK"),
        ("Borno State, Nigeria", "region", "NGA"),
        ("Baidoa, Somalia", "city", "SOM"),
        ("Kanda, Wisconsin", None, "USA"),
        ("Kanda District", "region", None),
        ("Kanda Air Base", "base", None),
        ("Lake Kanda", "sea", None),
        ("Camp Kanda", "base", None),
        ("District", None, None),
    ],
)
def test_a_place_that_no_table_lists_is_known_by_its_words(words, kind, state):
    found = told(words)
    assert found.get(SC.placeKind) == (Literal(kind) if kind else None)
    assert found.get(SC.inState) == (iris.agent(state) if state else None)


def test_the_claim_leads_to_the_place():
    assert (HOLDER, SC.place, iris.place("Tigray")) in set(place_triples(HOLDER, "Tigray"))
