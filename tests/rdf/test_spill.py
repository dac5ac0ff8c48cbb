"""What need not fit into memory comes back in order, each pair once."""

import pytest

from kg.rdf.graph import told
from kg.rdf.spill import Sorter
from kg.rdf.turtle import assemble, blocks, pieces, turtle
from tests.rdf.corpus import CORPUS

PAIRS = [("b", b"2"), ("a", b"1"), ("b", b"2"), ("c", b""), ("b", b"1"), ("a", b"1")]


@pytest.mark.parametrize("held", [1, 600, 10_000_000])
def test_pairs_come_in_order_each_once(held):
    sorter = Sorter(held)
    for pair in PAIRS:
        sorter.add([pair])
    assert list(sorter.pairs()) == [("a", b"1"), ("b", b"1"), ("b", b"2"), ("c", b"")]


def test_nothing_gives_nothing():
    assert list(Sorter().pairs()) == []


def test_a_subject_of_which_two_say_different_things_is_told_whole():
    """As where two articles tell of one node, and neither tells all."""
    triples = list(set(told(CORPUS)))
    sorter = Sorter(held=1)
    for part in (triples[::2], triples[1::2], triples[:40]):
        sorter.add(blocks(part))
    assert b"".join(pieces(sorter.pairs())) == turtle(triples)
    assert turtle(triples) == assemble(dict(blocks(triples)))
