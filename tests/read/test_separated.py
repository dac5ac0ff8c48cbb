"""Rows of CSV: where they begin and end, which of them fail, and what each failure costs."""

from __future__ import annotations

from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Unread
from kg.read.options import Limits, ReadOptions
from kg.read.record import Input, Record
from kg.read.separated import records

GIVEN = Input(Path("news.csv"), "news.csv", "news")


def found(data: bytes, options: ReadOptions | None = None) -> list[tuple[str, str]]:
    """Where each row lies, and its text or why there is none."""
    read = records(GIVEN, BufferedReader(BytesIO(data)), options or ReadOptions())
    told = []
    for item in read:
        assert isinstance(item, Record | Unread)
        told.append((item.source, item.reason if isinstance(item, Unread) else str(item.content)))
    return told


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_header_tells_what_parts_the_cells(separator):
    lines = separator.join(("id", "text")), separator.join(("a", "Chad met Mali."))
    assert found("\r\n".join(lines).encode()) == [("news.csv line 2", "Chad met Mali.")]


def test_a_row_is_named_by_the_first_of_its_lines():
    rows = b'id,text\na,"One\n\ntwo."\nb,Three.\n'
    assert found(rows) == [("news.csv line 2", "One\n\ntwo."), ("news.csv line 5", "Three.")]


def test_a_character_that_is_no_line_end_of_csv_parts_no_row():
    assert found("id,text\na,One\x0btwo\u2028three.\n".encode()) == [
        ("news.csv line 2", "One\x0btwo\u2028three.")
    ]


def test_a_row_of_other_width_costs_itself():
    bad, good = found(b"id,text\na,Chad, and Mali met.\nb,Niger met Togo.\n")
    assert bad == ("news.csv line 2", "3 cells where 2 columns are named")
    assert good == ("news.csv line 3", "Niger met Togo.")


def test_a_row_that_is_too_large_is_passed_over_and_the_next_is_read():
    rows = b"id,text\na," + 200 * b"x" + b"\nb,Niger met Togo.\n"
    large, good = found(rows, ReadOptions(limits=Limits(size=100)))
    assert large == ("news.csv line 2", "the row is larger than 100 bytes")
    assert good == ("news.csv line 3", "Niger met Togo.")


def test_a_quotation_mark_that_is_never_closed_is_told():
    (broken,) = found(b'id,text\na,"' + 200 * b"x\n", ReadOptions(limits=Limits(size=100)))
    assert broken[1].endswith("a quotation mark is never closed")


def test_bytes_of_another_encoding_cost_their_row():
    bad, good = found(b"id,text\na,Caf\xe9\nb,Niger met Togo.\n")
    assert bad[0] == "news.csv line 2" and bad[1].startswith("it is not UTF-8")
    assert good[1] == "Niger met Togo."


def test_a_mark_of_byte_order_is_no_part_of_the_header():
    assert found("\ufefftext\nChad met Mali.\n".encode()) == [("news.csv line 2", "Chad met Mali.")]


def test_without_a_column_of_text_nothing_is_read():
    with pytest.raises(InputError, match="none of its columns is known to hold the text"):
        found(b"a,b\n1,2\n")
