"""What linking knows of classes and words: closed tables, errors with line and remedy."""

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge import linking

GIVEN = """unordered = ["Meeting"]

[days_apart]
default = 60
Attack = 3

[told_within]
default = 3

[words]
accusable = ["Attack"]
added = ["another"]
background = ["since"]
function_words = ["the"]
lasting = ["war"]
leaning = ["it"]
moving = ["Aid"]
people = ["troops"]
rough = ["about"]
vague_places = ["north"]
vague_things = ["troops"]

[kinds]
captured = ["seized"]
killed = ["dead"]
missing = ["missing"]
wounded = ["hurt"]
"""
ONTOLOGY = resources.ontology("statecraft.ttl")


@pytest.fixture
def read(tmp_path, monkeypatch):
    def ontology(*parts):
        return ONTOLOGY if parts == ("statecraft.ttl",) else tmp_path.joinpath(*parts)

    monkeypatch.setattr(resources, "ontology", ontology)

    def reading(text: str) -> linking.Linking:
        (tmp_path / "linking.toml").write_text(text, encoding="utf-8")
        return linking.load.__wrapped__()

    return reading


def test_classes_days_and_words_are_as_the_file_says(read):
    found = read(GIVEN)
    assert found.unordered == {"Meeting"}
    assert found.days_apart == {"default": 60, "Attack": 3}
    assert (found.words.rough, found.kinds.killed) == ({"about"}, {"dead"})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["Meeting"]', '["Meating"]', r"line 1: unordered = 'Meating'.*mean 'Meeting'"),
        ("Attack = 3", "Atack = 3", r"line 5: Atack: there is no such event class.*mean 'Attack'"),
        ("Attack = 3", "Attack = -3", "line 5"),
        ("Attack = 3", 'Attack = "3"', "line 5"),
        ("default = 60\n", "", r"line 3: .*it has no number.*Add 'default = 3'"),
        ('moving = ["Aid"]', 'moving = ["Aids"]', "line 17: moving = 'Aids'.*mean 'Aid'"),
        ("leaning =", "leanings =", r"line 16: \[words\] leanings: no such key.*mean 'leaning'"),
        ("killed =", "slain =", r"\[kinds\] slain: no such key"),
        ('rough = ["about"]\n', "", "rough"),
        ("unordered =", "unordered", "not valid TOML"),
    ],
)
def test_an_error_states_line_and_remedy(read, old, new, said):
    with pytest.raises(KnowledgeError, match=said):
        read(GIVEN.replace(old, new, 1))


def test_the_shipped_file_is_as_told():
    found = linking.load()
    assert found.days_apart["Attack"] < found.days_apart["default"]
    assert "war" in linking.linking_words().lasting
    assert {"captured", "killed", "missing", "wounded"} == linking.TOLLS
