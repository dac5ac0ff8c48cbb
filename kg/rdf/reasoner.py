"""OWL reasoning with owlready2 and HermiT: is the ontology consistent, and what does it infer?

HermiT is exact and slow, so it is handed the whole ontology but no more than `SAMPLE_CLAIMS`
claims of a graph, with the nodes next to them. They come without the types that follow from their
stance, so that what is reported was inferred and not copied. Literals are left out: the shapes
check them, and OWL 2 DL does not know xsd:date.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS

from kg import extras
from kg.rdf.load import load_store, load_triples
from kg.resources import ontology
from kg.vocabulary import SC

SAMPLE_CLAIMS = 500
"""Claims handed to HermiT: 3 s on two cores, Java's start included; 1,000 took 4.6 s."""

_TYPE = ox.NamedNode(RDF.type)
_CLAIM = ox.NamedNode(SC.Claim)
_LEFT_OUT = {_TYPE, ox.NamedNode(SC.eventClass)}
_ONTOLOGY = "https://w3id.org/statecraft/ontology"
_PROPERTY_SIDE = {
    ox.NamedNode(OWL.DatatypeProperty),
    ox.NamedNode(OWL.FunctionalProperty),
}


@dataclass(frozen=True, slots=True)
class Reasoning:
    """What the reasoner found, or why it did not run.

    `ran` False: nothing is known, and `message` says why. `consistent` False: ontology and sample
    contradict each other. `unsatisfiable` names classes that nothing can belong to. `inferred`
    pairs the IRI of each claim of the sample with the local names of the classes it then has,
    `Claim` among them. `claims` is how many claims the graph holds in all.
    """

    ran: bool
    message: str
    consistent: bool | None = None
    unsatisfiable: tuple[str, ...] = ()
    inferred: tuple[tuple[str, tuple[str, ...]], ...] = ()
    claims: int = 0


def reason(graph: Path | None = None, sample: int = SAMPLE_CLAIMS) -> Reasoning:
    """Run HermiT over the ontology and up to `sample` claims of the Turtle file `graph`.

    Where Java is missing the result says so. GraphError where `graph` is missing or no Turtle.
    """
    facts = load_store(graph) if graph else ox.Store()
    claims = _claims(facts)
    if not shutil.which("java"):
        message = "Not run: HermiT needs Java, and no java was found. Install a Java runtime."
        return Reasoning(False, message, claims=len(claims))
    taken = claims[:sample]
    triples = [*_ontology_triples(), *_around(facts, taken)]
    return _run(triples, [claim.value for claim in taken], len(claims))


def _claims(facts: ox.Store) -> list[ox.NamedNode]:
    found = (quad.subject for quad in facts.quads_for_pattern(None, _TYPE, _CLAIM))
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=str)


def _ontology_triples() -> Iterator[ox.Triple]:
    """The ontology, but for the property side of a name that is an individual too.

    OWL 2 DL allows that (`sc:ends` is a phase and a date); owlready2 has one object for one IRI.
    """
    triples = list(load_triples(ontology("statecraft.ttl")))
    individual = ox.NamedNode(OWL.NamedIndividual)
    individuals = {t.subject for t in triples if t.object == individual}
    for triple in triples:
        of_property = triple.object in _PROPERTY_SIDE or triple.predicate.value == str(RDFS.domain)
        if not (triple.subject in individuals and of_property):
            yield triple


def _around(facts: ox.Store, claims: list[ox.NamedNode]) -> Iterator[ox.Triple]:
    """Each claim with the types of the nodes next to it, its own inferred types left out."""
    own = set(claims)
    for claim in claims:
        yield ox.Triple(claim, _TYPE, _CLAIM)
        for quad in facts.quads_for_pattern(claim, None, None):
            near = quad.object
            if isinstance(near, ox.NamedNode) and quad.predicate not in _LEFT_OUT:
                yield quad.triple
                if near not in own:
                    yield from (q.triple for q in facts.quads_for_pattern(near, _TYPE, None))


def _run(triples: list[ox.Triple], sample: list[str], claims: int) -> Reasoning:
    owlready2 = extras.load("owlready2", "check")
    world = owlready2.World()
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    world.get_ontology(_ONTOLOGY).load(fileobj=BytesIO(lines or b""))
    checked = f"{len(sample)} of {claims} claims" if sample else "the ontology alone"
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        message = f"HermiT ran on {checked}: they contradict the ontology."
        return Reasoning(True, message, consistent=False, claims=claims)
    unsatisfiable = sorted(entity.name for entity in world.inconsistent_classes())
    inferred = [(iri, _names(world[iri].is_a)) for iri in sample]
    return Reasoning(
        True,
        f"HermiT ran on {checked}: consistent.",
        consistent=True,
        unsatisfiable=tuple(unsatisfiable),
        inferred=tuple(inferred),
        claims=claims,
    )


def _names(classes: Iterable[object]) -> tuple[str, ...]:
    """Local names of those that have one: a restriction has none."""
    return tuple(sorted(name for c in classes if (name := getattr(c, "name", ""))))
