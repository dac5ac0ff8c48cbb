"""The tables under `ontology/inputs/` are whole."""

from kg.read import fields, markup


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
