"""The tables under `ontology/inputs/` are whole, and an unfit one says what is wrong with it."""

from dataclasses import dataclass

import pytest

from kg.errors import KnowledgeError
from kg.read import fields, knowledge, markup
from kg.read.knowledge import Words, words


@dataclass(frozen=True)
class Two:
    one: Words
    two: Words


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[one]\na = ['b']\n", r"\[two\]: this table is missing"),
        ("[one]\n[two]\n[three]\n", r"\[three\]: no such table"),
        ("one = 1\n[two]\n", "it has to be a table"),
        ("[one]\na = 'b'\n[two]\n", "a list of words is expected"),
        ("[one\n", "no valid TOML"),
    ],
)
def test_an_unfit_table_says_what_is_wrong(tmp_path, monkeypatch, text, message):
    (tmp_path / "a.toml").write_text(text)
    monkeypatch.setattr(knowledge, "ontology", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(KnowledgeError, match=message):
        words("a.toml", Two)


def test_no_name_stands_for_two_slots():
    names = [name for folded in fields.known().ranked.values() for name in folded]
    plain = [fields.fold(n) for slot in fields.known().names.values() for n in slot]
    assert len(plain) == len(set(plain))
    assert all(name == fields.fold(name) for name in names)


def test_no_element_is_of_two_kinds():
    known = markup.known()
    inline = set(known.elements["inline"])
    assert not known.blocks & known.hidden and not known.blocks & inline
    assert not known.hidden & inline and known.paragraphs <= known.blocks
