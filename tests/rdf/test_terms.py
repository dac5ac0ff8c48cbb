from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.rdf.terms import address, day, flag, number, text, whole


@pytest.mark.parametrize(
    ("given", "written"),
    [("1.50", "1.5"), ("3000", "3000"), ("1E+3", "1000"), ("0.000", "0"), ("-0", "0"),
     ("-2.10", "-2.1"), ("100", "100")],
)  # fmt: skip
def test_a_number_has_one_form(given, written):
    assert str(number(Decimal(given))) == written


@pytest.mark.parametrize(
    "literal",
    [text("“so”"), day(date(2021, 3, 1)), address("not an iri"), whole(7), flag(True), flag(False),
     *map(number, map(Decimal, ("1.50", "-0.0", "12E2")))],
)  # fmt: skip
def test_an_engine_gives_back_the_bytes_it_was_given(literal):
    (row,) = ox.Store().query(f"SELECT (({literal.n3()}) AS ?x) {{}}")
    assert row["x"].value == str(literal)
