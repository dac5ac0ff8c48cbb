"""What readers said of claims, as triples."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from rdflib import URIRef

from kg.model import Applied
from kg.rdf import iris
from kg.rdf.articles import quote_triples
from kg.rdf.terms import LABEL, TYPE, Triple, day, text
from kg.vocabulary import SC

_DIGITS = 16  # of a digest: one row among 2**64


def correction_triples(applied: Applied, in_graph: bool) -> Iterator[Triple]:
    """One verdict: on which words, by whom and why, and what it changed.

    `in_graph` tells whether the graph still holds the claim; one that was rejected is named by its
    id alone.
    """
    said, node = applied.correction, _node(applied)
    reviewer = iris.reviewer(said.who)
    yield node, TYPE, SC.Correction
    yield node, SC.verdict, text(said.verdict)
    yield node, SC.claimId, text(applied.claim)
    yield node, SC.reviewer, reviewer
    yield reviewer, TYPE, SC.Reviewer
    yield reviewer, LABEL, text(said.who)
    yield from quote_triples(node, applied.article, applied.evidence)
    for term, words in ((SC.reason, said.why), (SC.slot, said.slot)):
        if words:
            yield node, term, text(words)
    if said.slot:
        yield node, SC.was, text(applied.was)
        yield node, SC.becomes, text(said.value)
    if said.when:
        yield node, SC.decided, day(said.when)
    if in_graph:
        yield iris.claim(applied.claim), SC.correctedBy, node


def _node(applied: Applied) -> URIRef:
    said = applied.correction
    parts = (applied.claim, said.verdict, said.slot, said.value, said.who, said.why,
             str(said.when or ""))  # fmt: skip
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return iris.correction(digest[:_DIGITS])
