"""Each format, read from a file that another tool made, through the one way in."""

import bz2
import gzip
import json
import lzma
import sys
from datetime import date

import pytest
from backports import zstd

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.inputs import read
from kg.read.options import Columns, Limits, ReadOptions
from tests.read import samples

# warcio leaves temporary files to the garbage collector
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
DAY = date(2024, 10, 24)
MAPPED = ReadOptions(columns=Columns(**samples.MAPPED))
ROWS = [samples.row(n) for n in (1, 2, 3)]


def articles(items: list[Article | Unread]) -> list[Article]:
    assert [item for item in items if isinstance(item, Unread)] == []
    return [item for item in items if isinstance(item, Article)]


def check_rows(items: list[Article | Unread]) -> None:
    found = articles(items)
    assert [article.name for article in found] == ["wire-1", "wire-2", "wire-3"]
    for number, article in enumerate(found, 1):
        assert article.text == samples.row(number)["body"]
        assert article.title == f"Ruritania denies report {number}"
        assert (article.publisher, article.published) == ("The Wire", DAY)
        assert article.published_basis == "metadata"


PACKED = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}


@pytest.mark.parametrize("ending", PACKED)
def test_json_lines_with_mapped_fields_plain_and_packed(tmp_path, ending):
    path = tmp_path / f"news.jsonl{ending}"
    path.write_bytes(PACKED[ending](samples.jsonl(ROWS)))
    check_rows(list(read([path], MAPPED)))


@pytest.mark.parametrize(("ending", "separator"), [("csv", ","), ("csv", ";"), ("tsv", "\t")])
def test_tables_of_text_with_mapped_columns(tmp_path, ending, separator):
    path = tmp_path / f"news.{ending}"
    path.write_bytes(samples.separated(ROWS, separator))
    check_rows(list(read([path], MAPPED)))


@pytest.mark.parametrize("compression", ["snappy", "zstd", "gzip", "none"])
def test_parquet_by_pyarrow(tmp_path, compression):
    path = samples.parquet(ROWS, tmp_path / "news.parquet", compression=compression)
    check_rows(list(read([path], MAPPED)))


def test_parquet_with_dates_of_its_own_and_nested_fields(tmp_path):
    rows = [{"meta": {"day": DAY, "id": "a"}, "text": samples.TEXT, "unused": b"\xff"}]
    path = samples.parquet(rows, tmp_path / "news.parquet")
    options = ReadOptions(columns=Columns(published="meta.day", id="meta.id"))
    (article,) = articles(list(read([path], options)))
    assert (article.name, article.published) == ("a", DAY)


def test_parquet_without_its_library_says_how_to_install_it(tmp_path, monkeypatch):
    from kg.read.formats import FORMATS
    from kg.read.record import Input

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "kg.read.parquet", raising=False)
    path = tmp_path / "a.parquet"
    with pytest.raises(InputError, match=r"pip install 'statecraft\[parquet\]'"):
        FORMATS["parquet"].reader(Input(path, "a.parquet", "a"))


def test_a_saved_page_gives_its_article_without_the_clutter(tmp_path):
    path = tmp_path / "report.html"
    path.write_text(samples.page(), encoding="utf-8")
    (article,) = articles(list(read([path])))
    assert article.name == "report"
    for paragraph in samples.PROSE:
        assert paragraph in article.text
    for clutter in ("cookies", "Read more", "Share on", "Copyright", "dataLayer", "Weather"):
        assert clutter not in article.text
    assert article.title == "Ruritania denies report 1"
    assert (article.publisher, article.published) == ("The Wire", DAY)
    assert article.published_basis == "page"


def test_a_page_that_a_script_would_draw_gives_the_text_of_its_data(tmp_path):
    article = {"@type": "NewsArticle", "headline": "A denial", "articleBody": samples.TEXT}
    script = f'<script type="application/ld+json">{json.dumps({"@graph": [article]})}</script>'
    page = f"<html lang='en'><head><title>A denial</title>{script}</head><body></body></html>"
    (tmp_path / "a.html").write_text(page)
    (found,) = articles(list(read([tmp_path / "a.html"])))
    assert (found.text.split(), found.title) == (samples.TEXT.split(), "A denial")


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("utf-8", "cp1252"), ("iso-8859-1", "cp1252"), ("cp1252", "utf-8"), ("utf-16", "utf-16")],
)
def test_a_page_with_a_wrong_or_an_odd_label_is_read_right(tmp_path, label, encoding):
    words = [*samples.PROSE, "“Côte d’Ivoire” is what the café’s sign said – nothing else."]
    path = tmp_path / "report.html"
    path.write_bytes(samples.page(charset=label, prose=words).encode(encoding))
    (article,) = articles(list(read([path])))
    assert words[-1] in article.text


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_an_archive_of_pages_by_warcio(tmp_path, packed, encoding):
    path = tmp_path / "news.warc.gz"
    pages = [samples.page(n).encode() for n in (1, 2, 3)]
    path.write_bytes(samples.warc(pages, packed=packed, encoding=encoding))
    found = articles(list(read([path])))
    assert len(found) == 3
    assert [article.published for article in found] == [DAY] * 3
    assert all(article.name.startswith("report-") for article in found)
    assert all(samples.PROSE[0] in article.text for article in found)


def test_a_page_is_the_same_alone_and_among_others(tmp_path):
    pages = [samples.page(n, prose=samples.PROSE[n % 3 :]).encode() for n in range(5)]
    (tmp_path / "one.warc").write_bytes(samples.warc(pages, packed=False))
    (tmp_path / "two.warc").write_bytes(samples.warc(pages[::-1], packed=False))
    one, two = (
        [(article.text, article.title) for article in articles(list(read([tmp_path / name])))]
        for name in ("one.warc", "two.warc")
    )
    alone = []
    for page in pages:
        (tmp_path / "a.html").write_bytes(page)
        (article,) = articles(list(read([tmp_path / "a.html"])))
        alone.append((article.text, article.title))
    assert one == two[::-1] == alone


def test_plain_json_is_one_article_or_a_list(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(ROWS[0], indent=2))
    (tmp_path / "two.json").write_text(json.dumps(ROWS[1:], indent=2))
    check_rows(list(read([tmp_path], MAPPED)))


def test_json_lines_called_json_are_read_as_such(tmp_path):
    (tmp_path / "news.json").write_bytes(samples.jsonl(ROWS))
    check_rows(list(read([tmp_path], MAPPED)))


def test_usual_names_of_columns_need_no_mapping(tmp_path):
    row = {"Title": "Denial", "maintext": samples.TEXT, "date_publish": "2024-10-24 08:30:00"}
    (tmp_path / "news.jsonl").write_bytes(samples.jsonl([row]))
    (article,) = articles(list(read([tmp_path])))
    assert (article.title, article.published) == ("Denial", DAY)
    assert article.name.startswith("denial-")


def test_a_column_that_holds_pages_gives_their_text(tmp_path):
    (tmp_path / "news.jsonl").write_bytes(samples.jsonl([{"text": samples.page()}]))
    (article,) = articles(list(read([tmp_path])))
    assert article.text.startswith(("Ruritania denies report 1", samples.PROSE[0]))
    assert "<p>" not in article.text


def test_a_table_without_the_column_that_was_named_says_which_it_has(tmp_path):
    (tmp_path / "news.csv").write_bytes(samples.separated(ROWS))
    (unread,) = read([tmp_path], ReadOptions(columns=Columns(text="words")))
    assert "no column 'words'; its columns are ref, body" in unread.reason
    (tmp_path / "news.csv").write_bytes(b"a,b\n1,2\n")
    (unread,) = read([tmp_path])
    assert "--text COLUMN" in unread.remedy


def test_rows_are_told_apart_whatever_stands_in_them(tmp_path):
    odd = [
        samples.row(1, body='He said: "no",\r\nthey said.\u2028And so on; it ended.'),
        samples.row(2, body="A line that ends in a bar|and a tab\tbefore the end of it."),
    ]
    (tmp_path / "news.csv").write_bytes(samples.separated(odd))
    found = articles(list(read([tmp_path], MAPPED)))
    assert [article.text for article in found] == [row["body"] for row in odd]


def test_a_stray_quotation_mark_costs_no_row(tmp_path):
    table = (
        'id,text\na,a 5" pipe was found there\nb,and another 6" pipe was found\nc,then nothing\n'
    )
    (tmp_path / "news.csv").write_text(table)
    assert [article.name for article in articles(list(read([tmp_path])))] == ["a", "b", "c"]


def test_flat_rows_of_one_large_row_group_come_in_order(tmp_path):
    rows = [samples.row(n) for n in range(300)]
    path = samples.parquet(rows, tmp_path / "news.parquet", row_group_size=1000)
    found = articles(list(read([path], MAPPED)))
    assert [article.name for article in found] == [f"wire-{n}" for n in range(300)]


def test_equal_options_are_equal():
    assert ReadOptions() == ReadOptions(limits=Limits(), columns=Columns())
    assert hash(ReadOptions()) == hash(ReadOptions())
