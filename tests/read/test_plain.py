"""Text and Markdown: where the prose begins, and what stands before it."""

from __future__ import annotations

from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from kg.model import Unread
from kg.read.options import Limits, ReadOptions
from kg.read.plain import front_matter, records
from kg.read.record import Input, Record

PROSE = "Chad met Mali."


def read(text: str, name: str = "a.txt", options: ReadOptions | None = None):
    stream = BufferedReader(BytesIO(text.encode()))
    (found,) = records(Input(Path(name), name, "a"), stream, options or ReadOptions())
    return found


@pytest.mark.parametrize(
    "matter",
    ["---\ntitle: The ford\n---\n", '+++\r\ntitle = "The ford"\r\n+++\r\n'],
    ids=["YAML", "TOML"],
)
def test_fields_stand_between_fences_and_prose_begins_behind(matter):
    fields, body = front_matter(matter + PROSE)
    assert fields == {"title": "The ford"}
    assert (matter + PROSE)[body:] == PROSE


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{PROSE}\n---\n{PROSE}",  # no table of fields
        f"---\ntitle: The ford\n{PROSE}",  # never closed
        f"---\ntitle: [\n---\n{PROSE}",
        f"+++\ntitle = \n+++\n{PROSE}",
        f"Chad: {PROSE}\nMali: {PROSE}\n\nMore.",  # people who talk
        PROSE,
    ],
)
def test_what_is_no_front_matter_is_prose(text):
    assert front_matter(text) == ({}, 0)


def test_values_stay_as_they_are_written():
    fields, _ = front_matter("---\npublished: 2025-04-14\nid: 007\n---\n")
    assert fields == {"published": "2025-04-14", "id": "007"}


def test_offsets_count_in_the_whole_file():
    found = read(f"---\ntitle: The ford\npublished: 2025-04-14\n---\n{PROSE}")
    assert isinstance(found, Record)
    assert (found.title, found.published, found.name) == ("The ford", "2025-04-14", "a")
    assert found.content[found.body :] == PROSE


def test_a_heading_is_a_title_in_markdown_alone_and_gives_way_to_the_fields():
    assert read(f"# The ford\n\n{PROSE}", "a.md").title == "The ford"
    assert read(f"# The ford\n\n{PROSE}").title == ""
    assert read(f"---\ntitle: Riders\n---\n# The ford\n\n{PROSE}", "a.md").title == "Riders"


def test_a_file_that_is_too_large_is_told():
    found = read(PROSE, options=ReadOptions(limits=Limits(size=5)))
    assert isinstance(found, Unread) and found.reason == "it is larger than 5 bytes"
