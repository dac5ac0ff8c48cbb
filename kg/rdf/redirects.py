"""What became of the IRIs of an earlier build, so that links into it stay alive.

The graph depends on the corpus alone, and so do its IRIs. New articles may join two events, split
one, or show that two names are one person; then an IRI of the earlier graph is missing in the new
one. Claims and articles keep theirs whatever comes, and tell where the rest went: what a claim was
about, who claimed it, what story an article told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, URIRef

from kg.errors import GraphError
from kg.model import Corpus
from kg.rdf.base import rebased
from kg.rdf.load import load_triples
from kg.rdf.terms import Triple
from kg.rdf.triples import triples
from kg.vocabulary import SC

LEADING = frozenset(
    {SC.aboutEvent, SC.aboutSeries, SC.inStory, SC.origin, SC.claimant, SC.claimantOf,
     SC.outermost, SC.via, SC.actor, SC.actorAgent, SC.recipient, SC.recipientAgent}
)  # fmt: skip
"""What leads from a claim or an article to a node whose IRI new articles may change."""


def redirects(graph: Path, before: Path, corpus: Corpus) -> tuple[Triple, ...]:
    """Each IRI of the Turtle file `graph` that `corpus` has no more, with what replaces it.

    `before` holds the redirects written beside that graph; they are led on to where their target
    went. An IRI of which nothing is left is not redirected. Sorted; empty where there is no
    earlier graph, or none that can be read.
    """
    try:
        old = _leads(_loaded(graph)) if graph.is_file() else {}
        earlier = list(_loaded(before)) if before.is_file() else []
    except GraphError:
        return ()
    new = _leads(rebased(triples(corpus), corpus.base))
    alive = set(chain.from_iterable(new.values()))
    moved: dict[URIRef, set[URIRef]] = defaultdict(set)
    for place, nodes in old.items():
        now = new.get(place, set())
        for gone in nodes - alive:
            moved[gone] |= (now - nodes) or now
    for source, _, target in earlier:
        if isinstance(target, URIRef) and source not in alive:
            moved[source] |= {target} if target in alive else moved.get(target, set())
    return tuple(
        (source, DCTERMS.isReplacedBy, target)
        for source in sorted(moved)
        for target in sorted(moved[source])
    )


def _leads(found: Iterable[Triple]) -> Mapping[tuple[URIRef, URIRef], set[URIRef]]:
    leads: dict[tuple[URIRef, URIRef], set[URIRef]] = defaultdict(set)
    for subject, predicate, value in found:
        if predicate in LEADING and isinstance(value, URIRef):
            leads[subject, predicate].add(value)
    return leads


def _loaded(path: Path) -> Iterator[Triple]:
    for subject, predicate, value in load_triples(path):
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode):
            yield URIRef(subject.value), URIRef(predicate.value), URIRef(value.value)
