from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample import AGENTS, rows

from kg.show.network import network
from kg.show.notebook import Inline
from kg.show.page import escaped, render

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
    running = [b for b in blocks.found if b[1].get("type") != "application/json"]
    assert [tag for tag, _, _ in running] == ["style", "script", "script"]
    for _, _, body in running:
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in text


def test_no_attribute_asks_for_anything_or_runs(blocks: Blocks) -> None:
    for name, value in blocks.attributes:
        assert not name.startswith("on")
        if name in {"src", "href", "action", "srcset", "data"}:
            assert value is not None and value.startswith(("data:", "#"))


def test_the_data_holds_every_claim_once(blocks: Blocks) -> None:
    data = next(json.loads(text) for _, attrs, text in blocks.found if attrs.get("id") == "data")
    assert len(data["claims"]) == len({claim["id"] for claim in data["claims"]}) == len(rows())
    ids = {claim["id"] for claim in data["claims"]}
    assert {claim for edge in data["edges"] for claim in edge.get("claims", ())} <= ids
    assert data["options"]["physics"] == {"enabled": False}
    assert all({"x", "y"} <= node.keys() for node in data["nodes"])


def test_stance_and_modality_are_told_without_colour(blocks: Blocks) -> None:
    data = next(json.loads(text) for _, attrs, text in blocks.found if attrs.get("id") == "data")
    lines = [edge for edge in data["edges"] if edge["kind"] == "line"]
    by_stance = {
        (line["stance"], line["arrows"]["to"]["type"], line["label"][:1] in "✕?")
        for line in lines
        if line["stance"] != "asserts"
    }
    assert by_stance == {("denies", "bar", True), ("unconfirmed", "diamond", True)}
    dashes = {(line["modality"], str(line["dashes"])) for line in lines}
    assert len({dash for _, dash in dashes}) == len({modality for modality, _ in dashes}) == 5
    assert not any("color" in edge for edge in data["edges"])


@pytest.mark.parametrize("seed", ["0", "77"])
def test_the_page_has_the_same_bytes_under_any_hash_seed(page: str, seed: str) -> None:
    code = (
        "import sys; from sample import AGENTS, rows; from kg.show.network import network;"
        "from kg.show.page import render; made = list(reversed(rows()));"
        "page = render(network(made, AGENTS), 'Claims & denials <b>');"
        "sys.stdout.buffer.write(page.encode())"
    )
    folders = os.pathsep.join((str(Path(__file__).parent), str(Path.cwd())))
    again = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": folders},
        capture_output=True,
        check=True,
    )
    assert again.stdout == page.encode()


def test_a_notebook_shows_the_same_page_in_a_closed_frame(page: str) -> None:
    parser = Blocks()
    parser.feed(Inline(page)._repr_html_())
    attributes = dict(parser.attributes)
    assert attributes["srcdoc"] == page
    assert attributes["sandbox"] == "allow-scripts"


def test_an_empty_graph_still_gives_a_page() -> None:
    assert '"claims":[]' in render(network([], []), "Nothing")
