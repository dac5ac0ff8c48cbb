"""Everything that can be wrong with inputs: each a line with its file, reason and remedy."""

import bz2
import gzip
import lzma
from datetime import date
from pathlib import Path

import pytest
from backports import zstd

from kg.model import Article, Unread
from kg.read.inputs import read
from kg.read.options import Limits, ReadOptions
from tests.read import samples

GOOD = samples.TEXT.encode()
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def one_line(items: list[Article | Unread], source: str) -> str:
    """The reason why `source`, or what is in it, is declined; every other item is an article."""
    unread = [item for item in items if isinstance(item, Unread)]
    assert [Path(item.source).name.partition(" ")[0] for item in unread] == [source]
    assert unread[0].remedy.endswith((".", "!"))
    return unread[0].reason


def beside_good(folder: Path, name: str, data: bytes, **options: object) -> str:
    """Why the file is declined; the good article beside it is read all the same."""
    (folder / "good.txt").write_bytes(GOOD)
    (folder / name).write_bytes(data)
    items = list(read([folder], ReadOptions(**options)))
    assert [item.name for item in items if isinstance(item, Article)] == ["good"]
    return one_line(items, name)


GERMAN = "Die Regierung bestritt am Montag, Truppen über die Grenze geschickt zu haben."
KOREAN = "정부는 월요일 국경 너머로 군대를 보냈다는 사실을 부인했다고 외교부가 밝혔다."
WHOLE = {
    "empty": ("a.txt", b"", "it is empty"),
    "blank": ("a.txt", b" \r\n\t ", "it is empty"),
    "a mark and nothing else": ("a.txt", b"\xef\xbb\xbf", "it is empty"),
    "zero-width characters alone": ("a.txt", "\u200b\u200d\ufeff\u2060".encode(), "it is empty"),
    "binary": ("a.txt", b"\x7fELF\x02\x01\0\0", "it is binary"),
    "control characters": ("a.txt", b"\x01\x02 a \x03" * 9, "it is binary"),
    "UTF-16": ("a.txt", samples.TEXT.encode("utf-16"), "it is UTF-16, not UTF-8"),
    "UTF-32": ("a.txt", samples.TEXT.encode("utf-32"), "it is UTF-32, not UTF-8"),
    "cp1252": ("a.txt", "the café’s owner".encode("cp1252"), "byte 7 is 0xE9"),
    "two encodings": ("a.txt", "café ".encode() + "café".encode("cp1252"), "encodings are mixed"),
    "cp1252 in a table": ("a.csv", b"text\ncaf\xe9 by the sea\n", "it is not UTF-8"),
    "UTF-16 in a table": ("a.csv", "text\nwords\n".encode("utf-16"), "it is UTF-16"),
    "UTF-16 in JSON Lines": ("a.jsonl", b'\xff\xfe{\0"\0', "it is UTF-16"),
    "an empty page": ("a.html", b" ", "it is empty"),
    "a page without an article": ("a.html", b"<html><body></body></html>", "no article"),
    "a page that is an image": ("a.html", b"\x89PNG\r\n\0\0", "its encoding"),
    "a page in two encodings": (
        "a.html",
        "<html>café “so”".encode() + "é“ ü".encode("cp1252") + b"\x81</html>",
        "is mixed",
    ),
    "German": ("a.txt", GERMAN.encode(), "its language seems to be 'de'"),
    "Korean": ("a.txt", KOREAN.encode(), "its language seems to be 'ko'"),
    "German that says so": ("a.md", b"---\nlang: de\n---\nWorte.\n", "its language is 'de'"),
    "a German page": (
        "a.html",
        samples.page(prose=[GERMAN] * 5).replace("report", "Bericht").encode(),
        "its language seems to be 'de'",
    ),
    "JSON that is none": ("a.json", b'{"text": ', "it is no JSON"),
    "JSON of something else": ("a.json", b'"words"', "a JSON str, not an object"),
    "JSON without a text": ("a.jsonl", b'{"a": 1}\n', "it has no text"),
    "a text that is no string": ("a.jsonl", b'{"text": {"a": 1}}\n', "it has no text"),
    "JSON with a NUL": ("a.jsonl", b'{"text": "a\\u0000b"}\n', "it is binary"),
    "a number of many digits": ("a.jsonl", b'{"text": ' + b"9" * 9999 + b"}\n", "it is no JSON"),
    "brackets nested deep": ("a.jsonl", b"[" * 100_000 + b"\n", "nested over 200 deep"),
    "brackets and strings": ("a.jsonl", b'{"a":"' + b"[" * 999 + b'"}\n', "it has no text"),
    "a table without a header": ("a.csv", b"\n\n1,2\n", "none of its columns"),
    "a row too short": ("a.csv", b"id,text\nx\n", "1 cells where 2 columns"),
    "a quotation never closed": ("a.csv", b'id,text\n1,"words', "no CSV from here on"),
    "Parquet that is none": ("a.parquet", b"PAR1 and no more", "no whole Parquet"),
    "an empty Parquet file": ("a.parquet", b"", "no whole Parquet"),
    "an archive that is none": ("a.warc", b"words and words\r\n\r\n" * 9, "it is no WARC"),
    "an empty archive": ("a.warc", b"", "it holds no WARC record"),
    "an archive cut in a header": ("a.warc", b"WARC/1.0\r\nWARC-Type: resp", "cut off"),
    "no ending": ("a", b"words", "its ending is not one of"),
    "another ending": ("a.pdf", b"%PDF-1.7", "its ending is not one of"),
    "a packed text that is none": ("a.txt.gz", gzip.compress(b"\0\1"), "it is binary"),
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_file_that_gives_nothing_is_one_line(tmp_path, case):
    name, data, reason = WHOLE[case]
    assert reason in beside_good(tmp_path, name, data)


def checked(data: bytes) -> bytes:
    """As the command `zstd` packs, with a checksum."""
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


PACK = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": checked}


@pytest.mark.parametrize("ending", PACK)
def test_a_packed_file_cut_off_or_broken_anywhere_is_said(tmp_path, ending):
    whole = PACK[ending](GOOD)
    name = f"a.txt.{ending}"
    for cut in (len(whole) - 1, len(whole) // 2, 12):
        assert "is cut off" in beside_good(tmp_path, name, whole[:cut])
    broken = bytearray(whole)
    broken[len(whole) // 2] ^= 0xFF
    assert "is broken" in beside_good(tmp_path, name, bytes(broken))
    assert "other bytes" in beside_good(tmp_path, name, whole + b"and more")


@pytest.mark.parametrize("ending", PACK)
def test_members_and_padding_are_one_stream(tmp_path, ending):
    half = len(GOOD) // 2
    data = PACK[ending](GOOD[:half]) + PACK[ending](GOOD[half:]) + bytes(16)
    (tmp_path / f"a.txt.{ending}").write_bytes(data)
    (article,) = read([tmp_path])
    assert article.text == samples.TEXT


@pytest.mark.parametrize("ending", PACK)
def test_a_bomb_is_declined_before_it_has_unpacked(tmp_path, ending):
    data = PACK[ending](bytes(40_000_000))
    limits = Limits(size=10**9)
    assert "unpacks to over 200 times" in beside_good(
        tmp_path, f"a.txt.{ending}", data, limits=limits
    )


def test_what_stands_before_a_cut_is_read(tmp_path):
    rows = [samples.row(n, text=f"{samples.TEXT} {n}", day="") for n in range(500)]
    data = gzip.compress(samples.jsonl(rows), mtime=0)
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) * 2 // 3])
    items = list(read([tmp_path]))
    assert sum(isinstance(item, Article) for item in items) > 200
    assert "is cut off" in one_line(items, "a.jsonl.gz")


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_cut_off_keeps_the_pages_before(tmp_path, packed):
    data = samples.warc([samples.page(n).encode() for n in range(6)], packed=packed)
    (tmp_path / "a.warc.gz").write_bytes(data[: len(data) * 2 // 3])
    items = list(read([tmp_path]))
    assert sum(isinstance(item, Article) for item in items) >= 3
    (unread,) = [item for item in items if isinstance(item, Unread)]
    assert "cut off" in unread.reason


def test_parquet_cut_off_is_said(tmp_path):
    rows = [samples.row(n) for n in range(50)]
    path = samples.parquet(rows, tmp_path / "a.parquet")
    path.write_bytes(path.read_bytes()[:-200])
    assert "no whole Parquet" in one_line(list(read([tmp_path])), "a.parquet")


def test_an_article_of_50_megabytes_and_a_line_of_a_million_characters(tmp_path):
    sentence = f"{samples.PROSE[0]}\n".encode()
    assert "larger than 10,000,000 bytes" in beside_good(tmp_path, "a.txt", sentence * 700_000)
    assert "characters, and 200,000" in beside_good(tmp_path, "a.txt", sentence * 8_000)
    assert "a line of 150,000" in beside_good(tmp_path, "a.txt", b"word " * 30_000)
    rows = b'{"text": "' + b"a" * 11_000_000 + b'"}\n' + samples.jsonl([{"text": samples.TEXT}])
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.jsonl").write_bytes(rows)
    assert "longer than 10,000,000 bytes" in one_line(list(read([tmp_path])), "b.jsonl")


def test_a_row_that_is_too_large_costs_itself_alone(tmp_path):
    table = b'id,text\na,"' + b"long\n" * 3_000_000 + b'"\nb,"' + GOOD + b'"\n'
    (tmp_path / "a.csv").write_bytes(table)
    items = list(read([tmp_path]))
    assert [item.name for item in items if isinstance(item, Article)] == ["b"]
    assert "the row is larger" in one_line(items, "a.csv")


def test_a_page_nested_deep_is_declined_and_one_nested_as_people_do_is_read(tmp_path):
    def nested(depth: int) -> bytes:
        page = samples.page().replace("<article>", "<div>" * depth + "<article>")
        return page.replace("</article>", "</article>" + "</div>" * depth).encode()

    for depth in (300, 5_000, 200_000):
        assert "nested over 200 deep" in beside_good(tmp_path, "a.html", nested(depth))
    (tmp_path / "a.html").write_bytes(nested(100))
    assert [item.name for item in read([tmp_path])] == ["a", "good"]


def test_duplicate_ids_are_each_a_line_and_the_first_is_read(tmp_path):
    rows = [samples.row(n, id="same", text=f"{samples.TEXT} {n}", day="") for n in range(3)]
    (tmp_path / "a.jsonl").write_bytes(samples.jsonl(rows))
    items = list(read([tmp_path]))
    assert [item.name for item in items if isinstance(item, Article)] == ["same"]
    declined = [(Path(i.source).name, i.reason) for i in items if isinstance(i, Unread)]
    assert [source for source, _ in declined] == ["a.jsonl line 2", "a.jsonl line 3"]
    assert all("name is taken by" in reason for _, reason in declined)


@pytest.mark.parametrize("day", ["0000-01-01", "0001-01-01", "9999-12-31", "10/11/2024", "soon"])
def test_a_date_that_is_none_costs_the_date_alone(tmp_path, day):
    rows = [{"id": f"n{n}", "text": samples.TEXT, "date": day} for n in range(3)]
    (tmp_path / "a.jsonl").write_bytes(samples.jsonl(rows))
    items = list(read([tmp_path]))
    found = [item for item in items if isinstance(item, Article)]
    assert [(article.name, article.published) for article in found] == [
        ("n0", None),
        ("n1", None),
        ("n2", None),
    ]
    reason = one_line(items, "a.jsonl")
    assert day in reason and "2 others" in reason


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_text_of_any_script_within_english_prose_is_read(tmp_path, name):
    odd = "He wrote “שלום” and “مرحبا”, a 😀 and a zero\u200bwidth, a soft\u00adhyphen, e\u0301."
    text = f"{samples.TEXT}\n{odd}"
    data = {
        "a.txt": text.encode(),
        "a.html": samples.page(prose=[*samples.PROSE, odd]).encode(),
        "a.jsonl": samples.jsonl([{"id": "a", "text": text}]),
    }[name]
    (tmp_path / name).write_bytes(data)
    (article,) = read([tmp_path])
    assert odd[:40] in article.text  # trafilatura drops zero-width characters of pages


def test_half_a_character_in_json_is_replaced(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(
        b'{"id": "a", "text": "It is \\ud83d half a smile, he said."}'
    )
    (article,) = read([tmp_path])
    article.text.encode()
    assert "\N{REPLACEMENT CHARACTER}" in article.text


def test_what_is_said_to_be_english_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(GERMAN)
    (article,) = read([tmp_path], ReadOptions(any_language=True))
    assert article.text == GERMAN
    (tmp_path / "index.csv").write_text("file,language\na.txt,en-GB\n")
    assert [item.name for item in read([tmp_path])] == ["a"]


def test_an_encoding_that_is_said_is_used(tmp_path):
    (tmp_path / "a.txt").write_bytes("the café’s owner denied it".encode("cp1252"))
    (article,) = read([tmp_path], ReadOptions(encoding="cp1252"))
    assert article.text == "the café’s owner denied it"
    (tmp_path / "a.txt").write_bytes(samples.TEXT.encode("utf-16"))
    (article,) = read([tmp_path], ReadOptions(encoding="utf-16"))
    assert article.text == samples.TEXT


def test_dates_are_read_as_they_are_said_to_be_written(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "a", "text": "It rained.", "date": "10/11/2024"}')
    (article,) = read([tmp_path], ReadOptions(date_format="%d/%m/%Y"))
    assert article.published == date(2024, 11, 10)
