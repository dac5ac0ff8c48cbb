"""The line of a value in a TOML file, however it is written."""

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.source import Source

TEXT = """# words
first = ["a", "b"]
second = [
  "b",
  "a",
  "b",
]

[table]  # of words
"up to" = 3
down = "b"

[[row]]
word = "a"

[[row]]
# nothing
word = "b"
words = ["x", "b"]

[row.below]
deep = "c"
"""


@pytest.fixture
def source(tmp_path) -> Source:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "file.toml").write_text(TEXT, encoding="utf-8")
    return Source.load(folder / "file.toml")


def test_a_source_is_named_by_file_and_folder(source):
    assert source.name == "lexicon/file.toml"


@pytest.mark.parametrize(
    ("way", "value", "line"),
    [
        (("first",), ["a", "b"], 2),
        (("first", 1), "b", 2),
        (("second",), ["b", "a", "b"], 3),
        (("second", 0), "b", 4),
        (("second", 1), "a", 5),
        (("second", 2), "b", 6),
        (("table",), {"up to": 3, "down": "b"}, 9),
        (("table", "up to"), 3, 10),
        (("table", "down"), "b", 11),
        (("row", 0), {"word": "a"}, 13),
        (("row", 0, "word"), "a", 14),
        (("row", 1, "word"), "b", 18),
        (("row", 1, "words", 1), "b", 19),
        (("row", 1, "below", "deep"), "c", 22),
    ],
)
def test_a_value_and_its_line(source, way, value, line):
    assert source.value(way) == value
    assert source.line(way) == line


def test_what_is_missing_stands_where_it_would(source):
    assert source.line(()) == 1
    assert source.line(("third",)) == 1
    assert source.line(("row", 1, "wrod")) == 16


def test_a_word_with_an_escape_stands_at_its_list(tmp_path):
    path = tmp_path / "file.toml"
    path.write_text('one = 1\nwords = [\n  "a",\n  "\\u00e9",\n]\n', encoding="utf-8")
    assert Source.load(path).line(("words", 1)) == 2


def test_what_is_no_toml_is_refused_with_its_line(tmp_path):
    path = tmp_path / "file.toml"
    path.write_text("one = 1\ntwo = \n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"file\.toml: not valid TOML \(.*line 2"):
        Source.load(path)
