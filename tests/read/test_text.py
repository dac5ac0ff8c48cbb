from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Unread
from kg.read.text import decode, read_text


def test_a_byte_order_mark_is_dropped_and_line_ends_are_kept():
    assert decode(b"\xef\xbb\xbfOne\r\ntwo\rthree\n", "a.txt") == "One\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"PK\x03\x04\0\0", "binary"),
        ("naïve".encode("latin-1"), "not UTF-8: byte 2 is 0xEF"),
        ("words".encode("utf-16"), "UTF-16"),
        ("words".encode("utf-32"), "UTF-32"),
    ],
)
def test_what_is_no_text_is_unread_with_reason_and_remedy(data, reason):
    unread = decode(data, "a.txt")
    assert isinstance(unread, Unread)
    assert reason in unread.reason
    assert unread.source == "a.txt"
    assert unread.remedy


@given(st.binary(max_size=40))
def test_any_bytes_are_decoded_exactly_or_reported(data):
    result = decode(data, "a.txt")
    if isinstance(result, str):
        assert result.encode() == data.removeprefix(b"\xef\xbb\xbf")
        assert result.strip()


def test_a_file_that_cannot_be_opened_is_unread(tmp_path: Path):
    assert "cannot be opened" in read_text(tmp_path / "gone.txt").reason
