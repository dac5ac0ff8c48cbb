from datetime import date

import pytest
from pyarrow import parquet as reader

from kg.model import Declined, Evidence
from kg.spark.files import UNDATED, write_claims, write_declined, write_triples
from kg.spark.portions import columns, place, published


def row(claim: str, start: int, day: str = "2024-10-24") -> tuple[str, ...]:
    told = {"claim": claim, "article": "a", "start": str(start), "end": "9", "published": day}
    told |= {"negated": "true", "quantity_low": "1500.5"}
    return tuple(told.get(name, "") for name in columns())


def test_each_line_is_written_once_and_counted(tmp_path):
    assert list(write_triples(3, ["<a> .", "<a> .", "<b> ."], tmp_path)) == [2]
    assert (tmp_path / "graph.nt" / "part-00003.nt").read_text() == "<a> .\n<b> .\n"


@pytest.mark.parametrize(("day", "folder"), [("2024-10-24", "2024-10-24"), ("", UNDATED)])
def test_claims_have_a_file_a_day_with_types(tmp_path, day, folder):
    rows = [row("one", 4, day), row("two", 7, day)]
    assert list(write_claims(((day, r) for r in rows), tmp_path)) == [2]
    path = tmp_path / "claims.parquet" / f"published={folder}" / "claims.parquet"
    one, two = reader.ParquetFile(path).read().to_pylist()
    assert (one["claim"], one["start"], one["negated"]) == ("one", 4, True)
    assert (two["quantity_low"], two["place"]) == (1500.5, None)
    assert "published" not in one


def test_rows_are_ordered_by_article_and_offset():
    assert place(row("b", 4)) < place(row("a", 10))
    assert date.fromisoformat(published(row("a", 1))) == date(2024, 10, 24)


def test_what_was_declined_is_a_table(tmp_path):
    words = Evidence("It may, or may not.", 3, 22)
    assert list(write_declined(0, [Declined("a", words, "may", "no actor")], tmp_path)) == [1]
    told = (tmp_path / "declined.csv" / "part-00000.csv").read_text().splitlines()
    assert told[0].startswith("article,start") and told[1].startswith("a,3,22,may,no actor")
