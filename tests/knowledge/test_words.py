"""Word lists: the files that ship and the structs they are read into are the same."""

import tomllib

import pytest
from msgspec import Struct

from kg.knowledge import words
from kg.resources import ontology

KINDS = [k for k in vars(words).values() if isinstance(k, type) and issubclass(k, Struct)]
KINDS.remove(Struct)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_struct_has_the_lists_of_its_file_in_their_order(kind):
    path = ontology("lexicon", f"{kind.__name__.lower()}.toml")
    assert (*tomllib.loads(path.read_text(encoding="utf-8")),) == kind.__struct_fields__


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_list_says_what_it_is_for(kind):
    lines = ontology("lexicon", f"{kind.__name__.lower()}.toml").read_text("utf-8").splitlines()
    heads = [n for n, line in enumerate(lines) if line.endswith("= [")]
    assert len(heads) == len(kind.__struct_fields__)
    assert all(lines[n - 1].startswith("# ") for n in heads)
