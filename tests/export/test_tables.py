import csv
import io
from datetime import date

import pyarrow.parquet as pq
import pytest

from kg import extras
from kg.errors import ExtraError
from kg.export import csvs, parquet
from kg.export.tables import tables
from tests.rdf.corpus import CORPUS


@pytest.fixture(scope="module")
def made(graph):
    return {table.name: table for table in tables(graph)}


def records(table):
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]


def test_there_is_a_row_for_each_thing(made):
    assert {name: len(table.rows) for name, table in made.items()} == {
        "claims": len(CORPUS.claims),
        "events": len(CORPUS.events),
        "agents": len(CORPUS.agents),
        "articles": len(CORPUS.articles),
    }


def test_claims_begin_with_the_columns_that_everybody_knows(made):
    assert made["claims"].header[:3] == ("claim", "article", "class")
    claim = next(row for row in records(made["claims"]) if row["claim"] == "c2f0b2")
    assert (claim["stance"], claim["event"], claim["disputes"]) == ("denies", "e1", "c1f0a1")


def test_keys_lead_from_table_to_table(made):
    claims, events = records(made["claims"]), {row["event"] for row in records(made["events"])}
    agents = {row["key"] for row in records(made["agents"])}
    articles = {row["article"] for row in records(made["articles"])}
    assert {row["event"] for row in claims if row["event"] or not row["series"]} <= events
    assert {row["article"] for row in claims} <= articles
    assert {key for row in claims for key in row["actor_keys"].split("|") if key} <= agents


def test_an_event_tells_how_many_take_which_stance(made):
    event = next(row for row in records(made["events"]) if row["event"] == "e1")
    assert (event["asserts"], event["denies"], event["unconfirmed"]) == ("1", "1", "1")
    assert (event["time_start"], event["claims"], event["articles"]) == ("2021-03-01", "3", "1")


def test_csv_and_parquet_hold_the_same(graph):
    plain = {name.removesuffix(".csv"): data for name, data in csvs.files(graph)}
    typed = {name.removesuffix(".parquet"): data for name, data in parquet.files(graph)}
    assert plain.keys() == typed.keys()
    for name, data in plain.items():
        rows = list(csv.DictReader(io.StringIO(data.decode())))
        table = pq.read_table(io.BytesIO(typed[name]))
        assert table.column_names == list(rows[0])
        assert table.num_rows == len(rows)


def test_parquet_has_types_and_gaps(graph):
    claims = pq.read_table(io.BytesIO(dict(parquet.files(graph))["claims.parquet"])).to_pylist()
    said = next(row for row in claims if row["claim"] == "c1f0a1")
    assert (said["negated"], said["quantity_low"], said["start"]) == (False, 1000.0, 40)
    assert said["time_start"] == date(2021, 3, 1)
    assert next(row for row in claims if row["claim"] == "c2f0b2")["quantity_low"] is None


def test_without_pyarrow_the_install_line_is_told(graph, monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ExtraError, match=r"statecraft\[parquet\]"):
        next(parquet.files(graph))
