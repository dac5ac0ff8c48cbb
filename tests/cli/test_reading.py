"""The options that say how inputs are read, through the real command."""

import csv
import gzip
from pathlib import Path

import pytest

from kg.corpus import workers
from tests.corpus.fake import FakeReader
from tests.read import samples

TEXT = "Eritrea sent troops over the border on Monday, the ministry of Ethiopia said.\n"


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())


def articles(out: Path) -> set[str]:
    with (out / "claims.csv").open(newline="", encoding="utf-8") as file:
        return {row["article"] for row in csv.DictReader(file)}


def test_a_column_mapping(kg, tmp_path):
    rows = [samples.row(n, words=TEXT, day="24/10/2024") for n in (1, 2)]
    (tmp_path / "news.csv.gz").write_bytes(gzip.compress(samples.separated(rows)))
    mapping = ("--text", "words", "--published", "day", "--url", "link", "--id", "ref")
    out = tmp_path / "graph"
    result = kg(
        "build", tmp_path / "news.csv.gz", "--out", out, *mapping, "--date-format", "%d/%m/%Y"
    )
    assert result.exit_code == 0, result.output
    assert "2 articles (2 dated)" in result.stdout
    assert articles(out) == {"wire-1", "wire-2"}
    assert (out / "articles" / "wire-1.txt").read_text() == TEXT
    assert "metadata" in (out / "graph.ttl").read_text()


def test_several_kinds_of_inputs_in_one_command_and_standard_input(kg, tmp_path):
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "one.txt").write_text(TEXT)
    (tmp_path / "two.html").write_text(samples.page(prose=[*samples.PROSE, TEXT]))
    stream = samples.jsonl([{"id": "three", "text": TEXT}])
    inputs = (tmp_path / "in", tmp_path / "*.html", "-")
    out = tmp_path / "graph"
    result = kg("build", *inputs, "--out", out, input=stream)
    assert result.exit_code == 0, result.output
    assert articles(out) == {"deep--one", "two", "three"}


@pytest.mark.parametrize(
    ("bad", "arguments", "status"),
    [(False, (), 0), (False, ("--strict",), 0), (True, (), 0), (True, ("--strict",), 1)],
)
def test_the_exit_status_tells(kg, tmp_path, bad, arguments, status):
    (tmp_path / "one.txt").write_text(TEXT)
    if bad:
        (tmp_path / "two.txt").write_text("")
    out = tmp_path / "graph"
    result = kg("build", tmp_path, "--out", out, *arguments)
    assert result.exit_code == status, result.output
    assert articles(out) == {"one"}
    assert ("two.txt: it is empty. Put" in result.stdout) is bad


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "pdf"), "it is no format"),
        (("--encoding", "utf-9"), "it is no encoding"),
        (("--max-bytes", "0"), "max-bytes"),
        (("--max-characters", "20"), "no article in it could be read"),
    ],
)
def test_wrong_options_end_with_2(kg, tmp_path, arguments, message):
    (tmp_path / "one.txt").write_text(TEXT)
    result = kg("build", tmp_path, "--out", tmp_path / "graph", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
