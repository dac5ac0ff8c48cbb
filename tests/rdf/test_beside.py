"""What differs between two files is found, whatever the order of what is the same."""

import pytest
from rdflib import RDFS, Literal, URIRef

from kg.errors import GraphError
from kg.rdf.beside import Side, differing
from kg.rdf.turtle import turtle

HOME = "https://w3id.org/statecraft/id/"
A, B, C, D = (
    URIRef(HOME + name) for name in ("claim/a", "event/b", "place/North%20Side", "article/x,y(z)")
)


def file(path, *nodes, word="so", base=""):
    triples = ((node, RDFS.label, Literal(word)) for node in nodes)
    path.write_bytes(turtle(triples, base))
    return path


def subjects(blocks):
    return [URIRef(block.subject) for block in blocks]


def test_what_one_file_lacks_is_told(tmp_path):
    one, other = file(tmp_path / "one", A, B, D), file(tmp_path / "other", B, C)
    gone, come = differing(one, other)
    assert (subjects(gone), subjects(come)) == ([D, A], [C])


def test_what_is_said_otherwise_stands_on_both_sides(tmp_path):
    one, other = file(tmp_path / "one", A, C), file(tmp_path / "other", A, C, word="not\n\nso")
    gone, come = differing(one, other)
    assert subjects(gone) == subjects(come) == [A, C]
    assert [str(t.object.value) for t in Side(other).triples(come)] == ["not\n\nso"] * 2


def test_the_same_words_mean_another_thing_by_other_prefixes(tmp_path):
    one = file(tmp_path / "one", A)
    other = tmp_path / "other"
    other.write_bytes(one.read_bytes().replace(b"/id/claim/", b"/id/corpus/claim/"))
    gone, come = differing(one, other)
    assert subjects(gone) == [A]
    assert subjects(come) == [URIRef(f"{HOME}corpus/claim/a")]


@pytest.mark.parametrize("node", [A, C, D])
def test_an_iri_is_found_as_it_is_written(tmp_path, node):
    side = Side(file(tmp_path / "one", node))
    (block,) = side.blocks()
    assert block.subject == str(node)
    assert block.words.split()[0].decode() == side.names(str(node))[-1]


@pytest.mark.parametrize("words", ["no turtle", None])
def test_what_is_no_such_file_is_refused(tmp_path, words):
    if words:
        (tmp_path / "one").write_text(words, encoding="utf-8")
    with pytest.raises(GraphError):
        differing(tmp_path / "one", file(tmp_path / "other", A))


@pytest.mark.parametrize("size", [1, 2, 3, 50])
def test_blocks_are_the_same_however_much_is_read_at_a_time(tmp_path, monkeypatch, size):
    one, other = (
        file(tmp_path / "one", A, B, C, D),
        file(tmp_path / "other", A, C, word="not\n\nso"),
    )
    whole, apart = list(Side(one).blocks()), differing(one, other)
    monkeypatch.setattr("kg.rdf.beside.AT_ONCE", size)
    assert list(Side(one).blocks()) == whole
    assert [URIRef(block.subject) for block in whole] == sorted((A, B, C, D))
    assert differing(one, other) == apart
