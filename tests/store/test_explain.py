"""What a query does wrong, where, and how it is mended."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store.engine import Store
from kg.store.grammar import MAX_EXPECTED, misfit
from kg.store.named import catalogue

STORE = Store()
SC = "https://w3id.org/statecraft/ontology#"


def told(sparql: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        STORE.query(sparql)
    return caught.value


@pytest.mark.parametrize(
    ("sparql", "place", "found", "expected"),
    [
        ("SELECT ?s WHERE { ?s ?p }", (1, 25), "'}'", "a variable"),
        ("SELECT ?s\nWHERE {\n  ?s ?p ?o", (3, 11), "the end of the query", "'}'"),
        ("SELECT ?s { ?s ?p ?o } LIMIT x", (1, 30), "'x'", "a number"),
        ("SELECT ?s { ?s ?p ?o } ORDER ?s", (1, 30), "'?s'", "BY"),
        ("SELEC ?s { ?s ?p ?o }", (1, 1), "'SELEC'", "SELECT"),
        ('SELECT ?s { ?s ?p "abc }', (1, 19), 'a string without its closing "', "a string"),
        ("SELECT ?s { ?s ?p ?o . FILTER(?o > 1 }", (1, 38), "'}'", "')'"),
        ("SELECT ?s { FILTER(strlang(?s) = ) }", (1, 34), "')'", "a function"),
        ("SELECT ?s, ?o { ?s ?p ?o }", (1, 10), "','", "a variable"),
        ("SELECT COUNT(?s) { ?s ?p ?o }", (1, 8), "'COUNT'", "'('"),
        ("#+ summary: x\n\nSELECT ?s { ?s ?p ?o OPTIONAL ?s a ?x }", (3, 31), "'?s'", "'{'"),
    ],
)
def test_a_slip_has_its_place_what_was_found_and_what_could_stand_there(
    sparql, place, found, expected
):
    error = told(sparql)
    assert error.value == "line {}, column {}".format(*place)
    assert error.rule == f"found {found}"
    assert expected in error.remedy
    assert len(error.remedy.split(", ")) <= MAX_EXPECTED + 1


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?s { ?s foo:bar ?o }", "column 16: the prefix 'foo:' of 'foo:bar' is not decl"),
        ("SELECT ?s { ?s sc:stance ?o }", f"PREFIX sc: <{SC}>"),
        ("SELECT ?s { ?s sc:stance ?o FILTER( }", f"PREFIX sc: <{SC}>"),
        ("SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o }", "column 8: ?s is neither in GROUP BY nor"),
        ("SELECT ?s ?o { ?s ?p ?o } GROUP BY ?s", "Add ?o to GROUP BY"),
        ("SELECT (STR(?o) AS ?x) (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s", "column 13: ?o is"),
        ("SELECT ?x { { SELECT ?x (SUM(?y) AS ?z) { ?x ?p ?y } } }", "column 22: ?x is neither"),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s", "column 8: SELECT * cannot be grouped"),
        ("SELECT (1 AS ?s) { ?s ?p ?o }", "column 14: AS ?s names anew"),
        ("SELECT (COUNT(?s) AS ?n) (COUNT(?o) AS ?n) { ?s ?p ?o }", "column 40: AS ?n names"),
        ("SELECT ?s { ?s ?p ?o BIND(1 AS ?s) }", "column 32: BIND … AS ?s gives a value"),
        ("SELECT ?s { ?s <p> ?o }", "column 16: <p> is no whole IRI"),
        ("DELETE WHERE { ?s ?p ?o }", "begins an update"),
        ("LOAD <http://example.org/>", "begins an update"),
        ("claims", "kg query --list"),
        ("", "found the end of the query"),
    ],
)
def test_what_people_forget_is_named(sparql, message):
    assert message in str(told(sparql))


def test_another_server_is_never_asked():
    error = told("SELECT * {\n SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }")
    assert error.value == "line 2, column 2"
    assert "SERVICE" in error.rule
    named = 'PREFIX service: <x:> SELECT ?service { ?service service:SERVICE "SERVICE" } # SERVICE'
    assert len(STORE.query(named)) == 0


def test_a_byte_order_mark_is_no_error():
    assert len(STORE.query("\ufeffSELECT ?s { ?s ?p ?o }")) == 0


ALLOWED = """
SELECT DISTINCT ?s (COUNT(DISTINCT *) AS ?n) FROM <x:g> { ?s a [] } GROUP BY ?s HAVING(?n > 1)
BASE <x:> PREFIX : <y:> CONSTRUCT { ?s :p 1.5, -2, 3e4, "x"@en-GB, '''y''', true ; . } WHERE { }
SELECT * { ?s <x:p>/^<x:q>|!(<x:r>|^a)* ?o, (1 ?x [] _:b) . [ a <x:C> ] } LIMIT 1 OFFSET 2
ASK FROM NAMED <x:g> { GRAPH ?g { ?s <x:p>+ ?o ; <x:q>? "a\\"b"^^<x:t> } MINUS { } }
DESCRIBE ?s <x:a> { { } UNION { } UNION { ?s ?p ?o } OPTIONAL { } } ORDER BY DESC(?s) ASC(1) ?p
SELECT * { VALUES (?a ?b) { (1 UNDEF) } VALUES ?c { <x:a> } }
SELECT * { BIND(IF(?a IN (1, 2), -?b + 1-1, !?c) AS ?d) FILTER NOT EXISTS { } }
SELECT * { FILTER(<x:f>(1) || REGEX(?a, "b", "i") && ?a NOT IN () && 1 <= 2 * 3 / 4) }
SELECT (1 AS ?x) { } VALUES () { () }
SELECT (GROUP_CONCAT(DISTINCT ?x; separator="|") AS ?y) { } GROUP BY (STR(?q) AS ?r)
SELECT ?a ?b { ?a<x:p>?b FILTER(?a<?b && ?a>?b) { SELECT ?a { } } } ORDER BY (?a) STR(?b)
select*{?s?p?o.filter exists{?s?p 1,2;a?q}}
""".strip().splitlines()


@pytest.mark.parametrize("sparql", ALLOWED)
def test_what_the_engine_takes_is_in_the_grammar(sparql):
    ox.Store().query(sparql) if "<x:f>" not in sparql else None
    assert misfit(sparql) is None


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_shipped_query_is_in_the_grammar(query):
    assert misfit(query.text) is None


@given(st.integers(0, 400), st.sampled_from([q.text[-400:] for q in catalogue()]), st.text())
def test_whatever_is_asked_the_error_is_one_of_ours(cut, text, more):
    try:
        STORE.query(f"SELECT {text[cut:]}{more}")
    except QueryError as error:
        assert error.value and error.rule and error.remedy
