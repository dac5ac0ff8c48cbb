"""Tables of TOML into dataclasses: whatever the dataclass does not foresee is refused by name."""

from dataclasses import dataclass, field

import pytest

from kg.errors import KnowledgeError
from kg.extract import schema


@dataclass(frozen=True)
class Rule:
    name: "str"
    words: "tuple[str, ...]"
    strict: "bool" = False
    weight: "int" = 1
    tags: "tuple[str, ...]" = field(default_factory=tuple)


def test_lists_become_tuples_and_defaults_stand():
    given = {"name": "a", "words": ["x", "y"], "weight": 3}
    assert schema.record("here", given, Rule) == Rule("a", ("x", "y"), weight=3)


def test_an_unknown_key_is_named_with_the_allowed_ones():
    with pytest.raises(KnowledgeError, match=r"here: sort, wrods: unknown key") as raised:
        schema.record("here", {"name": "a", "wrods": [], "sort": 1}, Rule)
    assert raised.value.remedy == "Allowed: name, strict, tags, weight, words."


def test_every_missing_key_is_named():
    with pytest.raises(KnowledgeError, match=r"here: name, words: missing key"):
        schema.record("here", {"strict": True}, Rule)


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("name", ["a"], "str"),
        ("name", 3, "str"),
        ("words", "x", "list"),
        ("words", {"x": "y"}, "list"),
        ("strict", "true", "bool"),
        ("strict", 1, "bool"),
        ("weight", "3", "int"),
        ("tags", "x", "list"),
    ],
)
def test_a_value_of_another_type_is_refused(key, value, kind):
    given = {"name": "a", "words": ["x"], key: value}
    with pytest.raises(KnowledgeError, match=rf"here: {key} = .* it has to be a {kind}"):
        schema.record("here", given, Rule)


def test_a_choice_names_what_is_allowed():
    schema.choice("here", "red", frozenset({"red", "blue"}))
    with pytest.raises(KnowledgeError, match=r"here = 'pink': unknown value. Allowed: blue, red\."):
        schema.choice("here", "pink", frozenset({"red", "blue"}))


def test_a_file_that_is_no_toml_is_named_with_the_line(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text('good = 1\nbad = "\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"broken\.toml: not valid TOML .*line 2"):
        schema.read(path)


def test_a_file_is_read_as_utf8(tmp_path):
    path = tmp_path / "words.toml"
    path.write_bytes('words = ["matériel", "’ll"]\n'.encode())
    assert schema.read(path) == {"words": ["matériel", "’ll"]}
