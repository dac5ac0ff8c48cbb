"""A real triple store's server loads the graph by `kg load` and answers as the engine does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.store.engine import Store
from kg.store.named import catalogue, find
from tests.outside import need
from tests.store.graphs import SAMPLE, in_cells
from tests.store.servers import answer, free_address, running

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory) -> Iterator[str]:
    oxigraph, folder = need("oxigraph", "the package oxigraph"), tmp_path_factory.mktemp("db")
    address = free_address()
    with running([oxigraph, "serve", "-l", str(folder), "-b", address], address, folder):
        done = CliRunner().invoke(app, ["load", f"http://{address}/store", str(SAMPLE)])
        assert done.exit_code == 0, done.output
        yield f"http://{address}/query"


def test_claims_are_the_same_rows(endpoint):
    rows = answer(endpoint, find("claims").text)
    assert len(rows) == 9
    assert in_cells(find("claims").text, rows) == list(
        Store.load(SAMPLE).query(find("claims").text)
    )


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_query_is_answered_alike(endpoint, query):
    rows = in_cells(query.text, answer(endpoint, query.text))
    assert rows == list(Store.load(SAMPLE).query(query.text))
