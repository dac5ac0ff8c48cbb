"""Semantic types: declared with a meaning, and each of some noun."""

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.nouns import Typed, types

GIVEN = """[meanings]
force = "soldiers"
aid = "relief"

[[type]]
type = "force"
nouns = ["troop", "unit"]

[[type]]
type = "aid"
nouns = ["package"]
modifiers = ["relief"]
unless = ["deal"]
"""


@pytest.fixture
def read(tmp_path):
    def reading(text: str):
        path = tmp_path / "types.toml"
        path.write_text(text, encoding="utf-8")
        return types(path)

    return reading


def test_types_of_nouns_and_of_agents_make_the_closed_set(read):
    rows, known = read(GIVEN)
    assert rows[0] == Typed("force", frozenset({"troop", "unit"}))
    assert rows[1].modifiers == {"relief"} and rows[1].unless == {"deal"}
    assert {"force", "aid", "state", "agent", "place"} <= known.known
    assert "weapon" not in known.known


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('type = "aid"', 'type = "ade"', r"line 10: type = 'ade': .*mean 'aid'\? Allowed: aid, fo"),
        ('aid = "relief"', 'aid = "relief"\nwar = "wars"', r"line 4: war: no noun has this type"),
        ('aid = "relief"', 'aid = ""', r"aid = '': it has to be a word"),
        ('aid = "relief"', 'aid = ["relief"]', r"line 3: aid = .* it has to be a word"),
        ("[meanings]", "[meaning]", r"line 1: meaning: no such key .*mean 'meanings'"),
        ('modifiers = ["relief"]', 'by = ["relief"]', r"line 12: \[type\] by: no such key"),
        ('nouns = ["package"]\n', "", r"line 9: \[type\] nouns: the key is missing"),
        ('"unit"]', '"troop"]', r"line 7: nouns = 'troop': it stands there already"),
    ],
)
def test_an_error_states_line_and_rule(read, old, new, said):
    assert old in GIVEN
    with pytest.raises(KnowledgeError, match=said):
        read(GIVEN.replace(old, new, 1))
