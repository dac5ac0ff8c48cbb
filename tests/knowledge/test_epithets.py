"""Descriptions of states and blocs: words, and keys that the gazetteer has."""

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge import epithets
from tests.knowledge import tables

GIVEN = """[[epithet]]
nouns = ["kingdom"]
states = ["GBR"]

[[epithet]]
modifiers = ["african"]
organisations = ["AU"]
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    tables.write(tmp_path)
    monkeypatch.setattr(resources, "ontology", tmp_path.joinpath)

    def reading(text: str) -> tuple[epithets.Epithet, ...]:
        path = tmp_path / "gazetteer" / "epithets.toml"
        path.write_text(text, encoding="utf-8")
        return epithets.load.__wrapped__()

    return reading


def test_an_epithet_names_states_or_organisations(read):
    kingdom, bloc = read(GIVEN)
    assert (kingdom.nouns, kingdom.states) == ({"kingdom"}, {"GBR"})
    assert (bloc.modifiers, bloc.organisations) == ({"african"}, {"AU"})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["GBR"]', '["GRB"]', r"line 3: states = 'GRB': there is no such state. .*mean 'GBR'"),
        ('["GBR"]', '["AU"]', r"states = 'AU': there is no such state"),
        ('["AU"]', '["UA"]', r"line 7: organisations = 'UA': there is no such organisation"),
        ("nouns =", "noun =", r"line 2: \[epithet\] noun: no such key .*mean 'nouns'"),
    ],
)
def test_an_error_states_line_and_rule(read, old, new, said):
    with pytest.raises(KnowledgeError, match=said):
        read(GIVEN.replace(old, new, 1))
