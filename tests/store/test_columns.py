from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kg.store.columns import columns
from kg.store.engine import Rows, Store

XSD = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"


def of(*cells: str):
    """The one column of an answer that binds these terms, UNDEF among them."""
    values = " ".join(cells)
    (column,) = columns(Store().query(f"{XSD} SELECT ?x {{ VALUES ?x {{ {values} }} }}"))
    return column.kind, column.values


def test_each_kind_is_told_from_its_terms():
    assert of("1", "UNDEF", "-3") == ("integer", (1, None, -3))
    assert of("1.5", "2") == ("decimal", (Decimal("1.5"), Decimal(2)))
    assert of("true", "false") == ("boolean", (True, False))
    assert of('"2021-03-01"^^xsd:date') == ("date", (date(2021, 3, 1),))
    assert of('"a"', "UNDEF", "<urn:b>", '"c"@en') == ("text", ("a", None, "urn:b", "c"))


def test_what_mixes_kinds_is_text():
    assert of("1", '"one"') == ("text", ("1", "one"))
    assert of('"2021-03-01"^^xsd:date', "true") == ("text", ("2021-03-01", "true"))


def test_what_no_calendar_or_number_line_has_is_text():
    assert of('"2021-02-30"^^xsd:date') == ("text", ("2021-02-30",))
    assert of('"maybe"^^xsd:boolean')[0] == "text"
    assert of('"NaN"^^xsd:double')[0] == "text"


def test_a_number_too_large_for_a_frame_is_no_integer():
    assert of(str(2**63 - 1))[0] == "integer"
    assert of('"many"^^xsd:integer')[0] == "text"


def test_an_answer_without_rows_keeps_its_columns():
    (column,) = columns(Store().query("SELECT ?x { ?x ?y ?z }"))
    assert (column.name, column.kind, column.values) == ("x", "text", ())


def test_rows_written_by_hand_are_text():
    assert columns(Rows(("n",), (("1",),)))[0].values == ("1",)


@given(st.lists(st.one_of(st.none(), st.integers(-(2**62), 2**62)), min_size=1))
def test_whole_numbers_come_back_as_they_went(numbers):
    cells = ["UNDEF" if n is None else str(n) for n in numbers]
    assert of(*cells)[1] == tuple(numbers)


def test_the_strings_of_shipped_queries_have_the_kind_of_their_column():
    found = columns(
        Store().query("""SELECT ?negated ?published ?certainty ?claimant {
        VALUES (?negated ?published ?certainty ?claimant) {
          ("true" "2021-03-01" "0.25" "Eritrea") ("false" "" "" "") } }""")
    )
    assert [(column.kind, column.values) for column in found] == [
        ("boolean", (True, False)),
        ("date", (date(2021, 3, 1), None)),
        ("decimal", (Decimal("0.25"), None)),
        ("text", ("Eritrea", None)),
    ]


def test_such_a_column_that_joins_several_values_is_text():
    (column,) = columns(Store().query('SELECT ?published { BIND("2021-03-01|" AS ?published) }'))
    assert (column.kind, column.values) == ("text", ("2021-03-01|",))
