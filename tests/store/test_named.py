from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store.named import catalogue, find, parse

HEADER = """#+ summary: What is asked: and why?
#+ description: >
#+   First line,
#+   second line: with a colon.
#+ tags:
#+   - one
#+   - "two words"
#+ endpoint_in_url: False
#+ method: GET
# a plain comment
SELECT * {}
"""


def test_a_header_as_grlc_reads_it():
    query = parse("it", HEADER)
    assert query.summary == "What is asked: and why?"
    assert query.description == "First line, second line: with a colon."
    assert query.tags == ("one", "two words")
    assert query.text == HEADER


def test_tags_on_one_line_and_quotes():
    query = parse("it", "#+ summary: 'Who?'\n#+ tags: [a, 'b c']\nASK {}")
    assert (query.summary, query.tags) == ("Who?", ("a", "b c"))


def test_a_query_without_header_has_no_summary():
    query = parse("it", "SELECT * {}")
    assert (query.summary, query.description, query.tags) == ("", "", ())


def test_the_catalogue_is_in_order_of_name():
    names = [query.name for query in catalogue()]
    assert names == sorted(names)
    assert len(names) == len(set(names))


def test_found_by_name_with_or_without_ending():
    assert find("claims") == find("claims.rq")
    assert find("claims").name == "claims"


def test_found_by_path(tmp_path):
    path = tmp_path / "mine.rq"
    path.write_text(HEADER, encoding="utf-8")
    assert find(str(path)).name == "mine"


@pytest.mark.parametrize(("name", "nearest"), [("contest", "contested"), ("denial", "denials")])
def test_an_unknown_name_is_answered_with_the_nearest_and_all(name, nearest):
    with pytest.raises(QueryError, match=f"Did you mean {nearest}") as caught:
        find(name)
    assert all(query.name in caught.value.remedy for query in catalogue())


@given(st.text(max_size=300))
def test_any_odd_name_is_a_query_error_at_worst(name):
    try:
        find(f"no such {name}")
    except QueryError as error:
        assert len(error.value) < 100


def test_a_file_that_is_no_text(tmp_path):
    path = tmp_path / "odd.rq"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(QueryError, match="UTF-8"):
        find(str(path))


@given(st.text())
def test_any_text_has_a_header_or_none(text):
    assert parse("it", text).text == text
