from __future__ import annotations

import io

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.pool.counted import Counted, TooLarge

FORMATS = [ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.XML, ox.QueryResultsFormat.TSV]
TRICKY = st.text(alphabet='"}{,:<>/result\t\\b\n', max_size=12)


def answer(values: list[str]) -> ox.QuerySolutions:
    store = ox.Store()
    for number, value in enumerate(values):
        quad = ox.Quad(ox.NamedNode(f"x:{number}"), ox.NamedNode("x:p"), ox.Literal(value))
        store.add(quad)
    return store.query("SELECT ?s ?o { ?s ?p ?o }")


def write(values: list[str], form: ox.QueryResultsFormat, rows: int, cut: int) -> bytes:
    text = answer(values).serialize(format=form)
    out = io.BytesIO()
    counted = Counted(out, form, rows, 10**6)
    for start in range(0, len(text), cut):
        counted.write(text[start : start + cut])
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@given(values=st.lists(TRICKY, min_size=2, max_size=6), cut=st.integers(1, 40))
def test_rows_are_counted_whatever_the_values_and_the_pieces(form, values, cut):
    rows = len(values)
    assert write(values, form, rows, cut) == answer(values).serialize(format=form)
    with pytest.raises(TooLarge, match=f"more than {rows - 1} rows"):
        write(values, form, rows - 1, cut)


def test_bytes_are_counted():
    counted = Counted(io.BytesIO(), None, 10, 10)
    counted.write(b"0123456789")
    with pytest.raises(TooLarge, match="larger"):
        counted.write(b"0")
