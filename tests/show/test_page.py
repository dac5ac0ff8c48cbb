from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from kg.show.network import network
from kg.show.notebook import Inline
from kg.show.page import escaped, render
from tests.show.sample import AGENTS, rows

HOSTILE = "</script><!--<script>&\u2028\u2029\ud800"


class Blocks(HTMLParser):
    """The script and style blocks, and every attribute."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None], str]] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += attrs
        if tag in {"script", "style"}:
            self.found.append((tag, dict(attrs), ""))
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            tag, attrs, text = self.found[-1]
            self.found[-1] = (tag, attrs, text + data)


@pytest.fixture(scope="module")
def page() -> str:
    return render(network(rows(), AGENTS), "Claims & denials <b>")


@pytest.fixture(scope="module")
def blocks(page: str) -> Blocks:
    parser = Blocks()
    parser.feed(page)
    return parser


def test_escaped_json_cannot_leave_its_block_and_comes_back_whole() -> None:
    text = escaped({"title": HOSTILE})
    assert text.isascii()
    assert not set("<>&") & set(text)
    assert json.loads(text) == {"title": HOSTILE}


def test_the_title_is_text(page: str) -> None:
    assert "<title>Claims &amp; denials &lt;b&gt;</title>" in page
    assert "<b>" not in page.split("<script", maxsplit=1)[0]


def test_every_block_that_runs_is_allowed_by_its_digest(page: str, blocks: Blocks) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    text = policy[1].replace("&#39;", "'")
    assert "default-src 'none'" in text
    assert "unsafe" not in text
    running = [b for b in blocks.found if b[1].get("id") not in {"head", "detail"}]
    assert [tag for tag, _, _ in running] == ["style", "script", "script"]
    for _, _, body in running:
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in text


def test_no_attribute_asks_for_anything_or_runs(blocks: Blocks) -> None:
    for name, value in blocks.attributes:
        assert not name.startswith("on")
        if name in {"src", "href", "action", "srcset", "data"}:
            assert value is not None and value.startswith(("data:", "#"))


def block(blocks: Blocks, name: str) -> str:
    return next(text for _, attrs, text in blocks.found if attrs.get("id") == name)


def opened(blocks: Blocks) -> dict[str, Any]:
    return json.loads(gzip.decompress(base64.b64decode(block(blocks, "detail"))))


def test_the_detail_holds_every_claim_once(blocks: Blocks) -> None:
    columns = opened(blocks)["claims"]
    assert len(columns["id"]) == len(set(columns["id"])) == len(rows())
    assert {len(column) for column in columns.values()} == {len(rows())}
    assert sorted(columns["quote"]) == sorted(row["quote"] for row in rows())


def test_the_detail_tells_everything_by_its_place(blocks: Blocks) -> None:
    data = opened(blocks)
    columns, keys = data["claims"], [agent["key"] for agent in data["agents"]]
    by_id = {row["claim"]: row for row in rows()}
    for place, claim in enumerate(columns["id"]):
        row = by_id[claim]
        assert data["events"][columns["event"][place]][0] == row["event"]
        assert data["articles"][columns["article"][place]]["title"] == row["title"]
        claimant = columns["claimant"][place]
        assert (keys[claimant] if claimant >= 0 else "") == row["claimant_key"]
        assert {columns["id"][other] for other in columns["disputes"][place]} == set(
            filter(None, row["disputes"].split("|"))
        )


def test_the_head_places_all_that_is_drawn_first(blocks: Blocks) -> None:
    head = json.loads(block(blocks, "head"))
    assert head["options"]["physics"] == {"enabled": False}
    assert all({"x", "y"} <= node.keys() for node in head["nodes"])
    placed = {node["id"] for node in head["nodes"]}
    assert {line["id"] for line in head["lines"]} < placed
    assert {end for edge in head["edges"] for end in (edge["from"], edge["to"])} <= placed
    assert head["sums"]["claims"] == len(rows())


def test_modality_is_told_by_dashes(blocks: Blocks) -> None:
    dashes = json.loads(block(blocks, "head"))["dashes"]
    assert len({str(strokes) for strokes in dashes.values()}) == 5
    assert dashes["actual"] == []


@pytest.mark.parametrize("seed", ["0", "77"])
def test_the_page_has_the_same_bytes_under_any_hash_seed(page: str, seed: str) -> None:
    code = (
        "import sys; from tests.show.sample import AGENTS, rows;"
        "from kg.show.network import network;"
        "from kg.show.page import render; made = list(reversed(rows()));"
        "page = render(network(made, AGENTS), 'Claims & denials <b>');"
        "sys.stdout.buffer.write(page.encode())"
    )
    again = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=True,
    )
    assert again.stdout == page.encode()


def test_a_notebook_shows_the_same_page_in_a_closed_frame(page: str) -> None:
    parser = Blocks()
    parser.feed(Inline(page)._repr_html_())
    attributes = dict(parser.attributes)
    assert attributes["srcdoc"] == page
    # Downloads are what the reader asks for; all else, same origin first of all, stays closed.
    assert attributes["sandbox"] == "allow-scripts allow-downloads"


def test_an_empty_graph_still_gives_a_page() -> None:
    assert '"claims":0' in render(network([], []), "Nothing")
