"""What holds of every notebook."""

import re

import pytest
from nbformat.v4 import new_output

from tests.notebooks import running

LARGEST = 150_000
"""Bytes of a notebook: a page or a picture of pixels kept by mistake is far more."""
each = pytest.mark.parametrize("path", running.notebooks(), ids=lambda path: path.stem)


@each
def test_what_it_keeps_is_what_it_shows_now(path, followed):
    """Where it changed for good reason: `python -m tests.notebooks`, then read what changed."""
    assert running.told(running.read(path)) == running.told(followed(path.stem))


@each
def test_it_keeps_nothing_that_differs_from_run_to_run(path):
    notebook = running.read(path)
    assert running.kept(running.read(path)) == notebook
    shown = "\n".join(running.told(notebook))
    assert re.findall(r"(?<![\w.])/(?:tmp|home|root|work|Users|usr|opt)/[\w/.-]*", shown) == []


@each
def test_nothing_in_it_asks_the_network(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"<(?:script|iframe|img)\b|\bhref=|@import", text) == []
    assert path.stat().st_size < LARGEST


@each
def test_it_begins_with_a_question_and_ends_with_where_to_go(path):
    first, *_, last = running.read(path).cells
    assert re.search(r"^# .+\n\n\*\*.+\?\*\*", first.source), first.source
    assert re.search(r"\bminutes?\b", first.source)
    assert "## Where to go next\n" in last.source
    assert "](" in last.source


@each
def test_links_lead_somewhere(path):
    words = "\n".join(c.source for c in running.read(path).cells if c.cell_type == "markdown")
    links = re.findall(r"\]\(([^)#:]+)[^)]*\)", words)
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_one_is_in_the_list_with_its_question():
    contents = (running.FOLDER / "README.md").read_text(encoding="utf-8")
    for path in running.notebooks():
        (question,) = re.findall(r"^\*\*(.+?)\*\*", running.read(path).cells[0].source, re.M)
        assert f"| [{path.stem}]({path.name}) | {question} |" in contents


def test_pieces_of_a_stream_are_one():
    pieces = [new_output("stream", name="stdout", text=text) for text in ("a", "b")]
    notebook = running.read(running.notebooks()[0])
    code = next(cell for cell in notebook.cells if cell.cell_type == "code")
    code.outputs = pieces
    assert running.told(running.kept(notebook))[0] == "ab"


def test_a_chart_is_told_by_its_labels():
    svg = '<svg><path aria-label="who: Chad; claims: 3" d="M0"/><text x="1">claims</text></svg>'
    notebook = running.read(running.notebooks()[0])
    notebook.cells = [next(cell for cell in notebook.cells if cell.cell_type == "code")]
    notebook.cells[0].outputs = [new_output("display_data", {"image/svg+xml": svg})]
    assert running.told(notebook) == ["claims\nwho: Chad; claims: 3"]
