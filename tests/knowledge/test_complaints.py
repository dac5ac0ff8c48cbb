"""What msgspec says, as an error for whoever wrote the file."""

from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta, Struct, inspect

from kg.errors import KnowledgeError
from kg.knowledge.complaints import in_words, members, misfit, node_at, split
from kg.knowledge.source import Source

Small = Annotated[int, Meta(le=3, extra_json_schema={"description": "a small number"})]


class Row(Struct, forbid_unknown_fields=True):
    word: str
    when: Literal["dawn", "noon"] = "noon"


class File(Struct, forbid_unknown_fields=True):
    rows: tuple[Row, ...] = ()
    counts: dict[str, Small] = {}


def complaint(tmp_path, text: str) -> KnowledgeError:
    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "file.toml").write_text(text, encoding="utf-8")
    source = Source.load(folder / "file.toml")
    with pytest.raises(msgspec.ValidationError) as error:
        msgspec.convert(source.tables, File)
    return misfit(source, File, str(error.value))


@pytest.mark.parametrize(
    ("text", "value", "rule", "remedy"),
    [
        ('[[rows]]\nword = "a"\nwhen = "non"\n', "line 3", "no such value", "noon"),
        ("[[rows]]\nword = 3\n", "line 2: word = 3", "a text", "Mend"),
        ('[[rows]]\nword = "a"\nwehn = "noon"\n', "line 3", "no such key", "when"),
        ('[[rows]]\nwhen = "noon"\n', "word", "the key is missing", "Add"),
        ("[counts]\na = 1\nb = 9\n", "line 3: b = 9", "a small number", "Mend"),
    ],
    ids=["stranger", "kind", "unknown key", "missing key", "entry of a table"],
)
def test_it_names_the_line_the_rule_and_the_remedy(tmp_path, text, value, rule, remedy):
    error = complaint(tmp_path, text)
    assert error.value.startswith("lexicon/file.toml line ")
    assert value in error.value and rule in error.rule and remedy in error.remedy


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Expected `str`, got `int` - at `$.rows[2].word`",
         ("Expected `str`, got `int`", ("rows", 2, "word"))),
        ("Expected `int`, got `str` - at `$.counts[...]`",
         ("Expected `int`, got `str`", ("counts", "[...]"))),
        ("Something else", ("Something else", ())),
    ],
)  # fmt: skip
def test_a_message_is_a_rule_and_a_way(message, told):
    assert split(message) == told


def test_what_stands_at_the_end_of_a_way():
    kind = inspect.type_info(File)
    assert members(node_at(kind, ("rows", 0, "when"))) == ["dawn", "noon"]
    assert members(node_at(kind, ("rows", 0, "word"))) is None
    assert in_words(node_at(kind, ("rows", 0, "word")), "Expected `str`, got `int`") == (
        "it has to be a text"
    )
