"""The lines of the page on stores, on real servers."""

import csv
import re
import shlex
from collections.abc import Iterable, Sequence

import pytest

from kg.store.named import find
from tests.guide.blocks import GUIDE, Command, blocks, printed
from tests.guide.renew import copied
from tests.outside import need
from tests.store.servers import answer, free_address, running

PAGE = (GUIDE / "stores.md").read_text(encoding="utf-8")


def unordered(rows: Iterable[Sequence[str]]) -> list[list[list[str]]]:
    """Rows whose joined values count in any order, for no engine promises one."""
    return [[sorted(cell.split("|")) for cell in row] for row in rows]


@pytest.mark.server
def test_the_line_for_oxigraph_loads_the_graph_and_answers_with_its_claims(prepared, tmp_path):
    oxigraph = need("oxigraph", "the package oxigraph")
    (line,) = re.findall(r"\| Oxigraph \| `([^`]+)`", PAGE)
    place = free_address()
    with running([oxigraph, "serve", "-l", "db", "-b", place], place, tmp_path):
        with copied(prepared) as folder:
            printed(Command(line.replace("127.0.0.1:7878", place)), folder)
        rows = answer(f"http://{place}/query", find("claims").text)
    with (prepared / "graph" / "claims.csv").open(newline="", encoding="utf-8") as file:
        assert unordered(rows) == unordered(csv.reader(file))[1:]


def test_curl_gets_what_the_page_says(prepared, tmp_path):
    need("curl", "curl")
    (serving,) = (b.text for b in blocks(PAGE) if "kg serve" in b.text)
    _, serve, rows, graph = serving.splitlines()
    place = free_address()
    given = [*shlex.split(serve)[1:], "--port", place.rpartition(":")[2]]
    with running([need("kg", "statecraft"), *given], place, prepared):
        for line, folder in ((f"{rows} > rows.csv", tmp_path), (graph, tmp_path)):
            printed(Command(line.replace("127.0.0.1:8000", place)), folder)
    assert len((tmp_path / "rows.csv").read_text().splitlines()) == 1 + 5
    assert "sc:Claim" in (tmp_path / "copy.ttl").read_text()
