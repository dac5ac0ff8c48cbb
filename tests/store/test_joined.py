"""Values joined in one cell come in order, whatever the engine did."""

import pytest

from kg.store.engine import Store
from kg.store.joined import in_order, joined_columns
from kg.store.named import catalogue


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_joined_column_of_a_shipped_query_is_found(query):
    assert len(joined_columns(query.text)) == query.text.count('; separator="|")')
    assert joined_columns(query.text) <= set(Store().query(query.text).columns) | {"denied_ids"}


@pytest.mark.parametrize(
    ("sparql", "found"),
    [
        ('SELECT (GROUP_CONCAT(DISTINCT ?a; separator="|") AS ?b)', {"b"}),
        ("select (group_concat(distinct $a ; SEPARATOR = '|') as $b)", {"b"}),
        ('(REPLACE(GROUP_CONCAT(DISTINCT ?a; separator="|"), "^[|]", "") AS ?b) (MIN(?c) AS ?d)',
         {"b"}),
        ('SELECT (GROUP_CONCAT(?a; separator="|") AS ?b)', set()),
        ('SELECT (GROUP_CONCAT(DISTINCT ?a; separator=", ") AS ?b)', set()),
        ("SELECT (GROUP_CONCAT(DISTINCT ?a) AS ?b)", set()),
        ("SELECT (COUNT(*) AS ?b)", set()),
    ],
)  # fmt: skip
def test_what_joins_by_a_bar_without_repeats_is_a_joined_column(sparql, found):
    assert joined_columns(sparql) == found


def test_an_answer_has_the_values_of_its_cells_in_order():
    asked = (
        'SELECT (GROUP_CONCAT(DISTINCT ?v; separator="|") AS ?joined) '
        '(GROUP_CONCAT(?v; separator="|") AS ?told) '
        '{ VALUES ?v { "c" "a" "" "b" } }'
    )
    [(joined, told)] = Store().query(asked).rows
    assert joined == "|a|b|c"
    assert sorted(told.split("|")) == ["", "a", "b", "c"]


def test_one_value_stays_as_it_is():
    assert in_order("a b") == "a b"
    assert in_order("") == ""
