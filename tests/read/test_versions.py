"""Pages fetched again: what has changed is another version, what has not is no complaint."""

import json

import pytest

from kg.model import Article, Unread
from kg.read.inputs import read
from kg.read.versions import unique
from tests.read import samples

# warcio leaves temporary files to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
URL = "https://wire.example/a/denial"
ONE, TWO = "Oman has sent 90 soldiers to Yemen.", "Oman has sent 95 soldiers to Yemen."


def lines(tmp_path, *rows):
    (tmp_path / "a.jsonl").write_bytes(samples.jsonl(rows))
    items = list(read([tmp_path / "a.jsonl"]))
    assert all(isinstance(item, Article) for item in items), items
    return [(item.text, item.name, item.url) for item in items]


def row(text, url=URL, published="2024-05-06"):
    return {"url": url, "published": published, "text": text}


def test_both_versions_are_read_under_names_of_one_stem(tmp_path):
    first, second = lines(tmp_path, row(ONE), row(TWO, published="2024-05-07"))
    assert (first[0], second[0]) == (ONE, TWO)
    assert second[1].startswith(f"{first[1]}--") and first[2] == second[2] == URL


@pytest.mark.parametrize(
    "url",
    [
        f"{URL}?utm_source=x",
        f"{URL}?fbclid=1&utm_medium=y",
        f"{URL}#comments",
        f"{URL}?at_medium=RSS",
    ],
)
def test_what_tells_who_led_there_makes_no_other_page(tmp_path, url):
    assert len(lines(tmp_path, row(ONE), row(ONE, url), row(ONE))) == 1
    first, second = lines(tmp_path, row(ONE), row(TWO, url))
    assert second[1].startswith(first[1]) and second[2] == URL


@pytest.mark.parametrize("url", [f"{URL}?id=2", f"{URL}/2", "https://other.example/a/denial"])
def test_another_page_is_another_article(tmp_path, url):
    first, second = lines(tmp_path, row(ONE), row(ONE, url))
    assert second[1] != first[1] and not second[1].startswith(f"{first[1]}--")


def test_the_address_of_a_site_alone_is_that_of_no_page(tmp_path):
    _, second = lines(tmp_path, row(ONE, "https://wire.example/"), row(TWO, "https://wire.example"))
    assert "--" not in second[1]


def test_a_clash_of_names_is_still_told_and_a_repetition_is_not():
    items = [
        Article("a", ONE, source="x"),
        Article("A", TWO, source="y"),
        Article("a", ONE, source="z"),
    ]
    first, second = unique(items)
    assert first == items[0]
    assert isinstance(second, Unread) and second.source == "y" and "taken by x" in second.reason


def test_versions_come_back_alike_in_any_order_but_for_who_has_the_plain_name(tmp_path):
    one = lines(tmp_path, row(ONE), row(TWO), row(ONE))
    other = lines(tmp_path, row(TWO), row(ONE))
    assert {text for text, _, _ in one} == {text for text, _, _ in other}
    assert one[0][1] == other[0][1]


def test_an_archive_tells_when_a_page_was_fetched(tmp_path):
    pytest.importorskip("fastwarc")
    pages = [samples.page(1).replace("1,500", f"1,{n}00").encode() for n in (5, 6)]
    data = samples.warc(pages, packed=False).replace(b"report-2\r\n", b"report-1\r\n")
    (tmp_path / "a.warc").write_bytes(data)
    first, second = read([tmp_path / "a.warc"])
    assert second.name.startswith(f"{first.name}--")
    assert first.fetched and first.fetched <= second.fetched


def test_a_field_tells_when_a_record_was_fetched(tmp_path):
    rows = [
        {**row(text), "date_download": f"2024-05-0{n} 10:00:00"} for n, text in ((8, ONE), (9, TWO))
    ]
    (tmp_path / "a.json").write_text(json.dumps(rows))
    assert [a.fetched for a in read([tmp_path / "a.json"])] == [
        "2024-05-08 10:00:00",
        "2024-05-09 10:00:00",
    ]
