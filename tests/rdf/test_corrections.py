from dataclasses import replace

from rdflib import RDFS

from kg.rdf import iris
from kg.rdf.corrections import correction_triples
from kg.vocabulary import SC
from tests.rdf.corpus import CORPUS

REJECTED, CHANGED = CORPUS.corrections


def said(applied, term, in_graph: bool = True) -> list[str]:
    return [str(o) for _, p, o in correction_triples(applied, in_graph) if p == term]


def node(applied):
    return {s for s, p, _ in correction_triples(applied, True) if p == SC.verdict}


def test_who_decided_what_of_which_claim_and_why():
    assert said(REJECTED, SC.verdict) == ["reject"]
    assert said(REJECTED, SC.claimId) == ["c0ffee"]
    assert said(REJECTED, SC.reason) == ["a joke"]
    assert said(REJECTED, RDFS.label) == ["Ada Lovelace"]
    assert said(REJECTED, SC.quote) == ['"a comedy"']


def test_a_change_tells_what_was_and_what_is():
    assert (said(CHANGED, SC.was), said(CHANGED, SC.becomes)) == (["asserts"], ["denies"])
    assert said(CHANGED, SC.decided) == ["2021-03-04"]
    assert said(REJECTED, SC.was) == said(REJECTED, SC.decided) == []


def test_a_claim_that_is_gone_is_not_spoken_of():
    subjects = {s for s, *_ in correction_triples(REJECTED, False)}
    assert iris.claim("c0ffee") not in subjects
    assert iris.claim(CHANGED.claim) in {s for s, *_ in correction_triples(CHANGED, True)}


def test_the_same_verdict_is_one_node_wherever_its_row_stands():
    moved = replace(REJECTED, correction=replace(REJECTED.correction, source="other.csv, row 9"))
    other = replace(REJECTED, correction=replace(REJECTED.correction, why="no joke"))
    assert node(moved) == node(REJECTED) != node(other)
