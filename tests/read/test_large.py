"""A document larger than may be held: read forward, in flat memory, and as far as it goes."""

import json
import tracemalloc

import pytest

from kg.errors import InputError
from kg.model import Unread
from kg.read.large import records
from kg.read.options import Limits, ReadOptions
from kg.read.record import Input, Record
from tests.read.services import SHAPES

SMALL = ReadOptions(limits=Limits(size=3_000))


def forward(tmp_path, value, options=SMALL):
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    (tmp_path / "a.json").write_bytes(data)
    given = Input(tmp_path / "a.json", "a.json", "a")
    return [found for found in records(given, options) if found is not None]


ALONE = ("schema.org", "Guardian, one item", "articles by their ids", "trafilatura", "news-please")
LISTS = [name for name in SHAPES if name not in ALONE]


@pytest.mark.parametrize("shape", LISTS)
def test_every_shape_with_a_list_is_read_forward_alike(tmp_path, shape):
    value, wanted = SHAPES[shape]
    found = [record for record in forward(tmp_path, value) if isinstance(record, Record)]
    assert len(found) == wanted.number
    assert (found[0].content, found[0].title) == (wanted.text, wanted.title)


def many(number, text="Oman sent tanks to Yemen. "):
    return {
        "status": "ok",
        "articles": [
            {"id": f"n{n}", "text": text * 9, "date": "2024-03-01"} for n in range(number)
        ],
    }


def test_places_count_the_items(tmp_path):
    assert [record.place for record in forward(tmp_path, many(60))][-1] == "articles item 60"


def test_what_comes_before_a_break_is_read_and_the_break_told(tmp_path):
    data = json.dumps(many(100)).encode()
    (tmp_path / "a.json").write_bytes(data[: len(data) // 2])
    given, found = Input(tmp_path / "a.json", "a.json", "a"), []
    with pytest.raises(InputError, match="it is no JSON"):
        for record in records(given, SMALL):
            found += [record] if record else []
    assert 40 < len(found) < 60


def test_an_item_that_is_too_large_costs_itself_alone(tmp_path):
    value = many(3)
    value["articles"][1]["text"] = "x" * 9_000
    found = forward(tmp_path, value)
    assert [type(item) for item in found] == [Record, Unread, Record]
    assert "larger than 3,000" in found[1].reason


def test_a_large_document_without_a_list_says_what_helps(tmp_path):
    with pytest.raises(InputError, match="no list of articles") as error:
        forward(tmp_path, {"a": {"b": "x" * 5_000}})
    assert "jq -c" in error.value.remedy


def test_memory_stays_flat(tmp_path):
    forward(tmp_path, many(50))  # what is loaded once is no part of it
    text = json.dumps(many(5_000)).encode()
    (tmp_path / "a.json").write_bytes(text)
    given = Input(tmp_path / "a.json", "a.json", "a")
    tracemalloc.start()
    try:
        assert sum(found is not None for found in records(given, SMALL)) == 5_000
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < len(text) / 2
