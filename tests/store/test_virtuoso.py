"""Virtuoso takes the graph by `kg load` and answers as the engine does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.store.engine import Store
from kg.store.named import catalogue, find
from tests.outside import need
from tests.store.graphs import SAMPLE
from tests.store.servers import answer, free_address, running

pytestmark = pytest.mark.server

CONFIGURATION = """\
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = v-temp.db
TransactionFile = v-temp.trx
[Parameters]
ServerPort = {sql}
DisableUnixSocket = 1
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = {http}
ServerThreads = 4
"""


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory) -> Iterator[str]:
    virtuoso, folder = (
        need("virtuoso-t", "virtuoso-opensource-7-bin"),
        tmp_path_factory.mktemp("virtuoso"),
    )
    address = free_address()
    settings = CONFIGURATION.format(sql=free_address(), http=address)
    (folder / "v.ini").write_text(settings, encoding="utf-8")
    with running([virtuoso, "-f", "+configfile", "v.ini"], address, folder):
        url = f"http://{address}/sparql-graph-crud-auth"
        line = ["load", url, str(SAMPLE), "--named-graph", "urn:statecraft", "--user", "dba"]
        done = CliRunner().invoke(app, line, env={"KG_PASSWORD": "dba"})
        assert done.exit_code == 0, done.output
        assert done.output.startswith(f"{url} holds")
        yield f"http://{address}/sparql"


def as_sets(rows: list[tuple[str, ...]]) -> list[tuple[frozenset[str], ...]]:
    """Several values in one cell come in any order."""
    return [tuple(frozenset(cell.split("|")) for cell in row) for row in rows]


def test_claims_are_the_same_rows(endpoint):
    rows = answer(endpoint, find("claims").text)
    assert len(rows) == 9
    assert as_sets(rows) == as_sets(list(Store.load(SAMPLE).query(find("claims").text)))


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_query_is_answered_alike(endpoint, query):
    rows = answer(endpoint, query.text)
    assert as_sets(rows) == as_sets(list(Store.load(SAMPLE).query(query.text)))
