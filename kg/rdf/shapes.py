"""Validates a graph against `ontology/shapes.ttl` with pySHACL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, SH, Graph, Literal
from rdflib.term import Node

from kg import extras
from kg.rdf.load import load_graph
from kg.resources import ontology

ILL_TYPED = "The text of this literal is not valid for its datatype."
"""The message for a literal that no shape can judge, such as the date 2021-02-31."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One node that breaks a shape: its IRI, the shape's message, and the property, if one."""

    focus: str
    message: str
    path: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Whether the graph conforms; what breaks it, and what is merely worth a look. Sorted."""

    conforms: bool
    violations: tuple[Violation, ...]
    warnings: tuple[Violation, ...] = ()


def validate(graph: Path) -> Report:
    """The SHACL report on the Turtle file `graph`; warnings leave it conforming.

    GraphError where the file is missing or is no Turtle.
    """
    return validate_graph(load_graph(graph))


def validate_graph(data: Graph) -> Report:
    """The SHACL report on `data`, which is left as it was."""
    pyshacl = extras.load("pyshacl", "check")
    shapes = Graph().parse(ontology("shapes.ttl"), format="turtle")
    ill = _ill_typed(data)
    # pySHACL stops at a date that is none, so such literals are reported here and kept from it.
    sound = data
    if ill:
        sound = Graph()
        sound += set(data) - ill
    _, found, _ = pyshacl.validate(sound, shacl_graph=shapes, inplace=True, inference="none")
    assert isinstance(found, Graph)  # only a failure of pySHACL itself gives something else
    results = set(found.subjects(RDF.type, SH.ValidationResult))
    warned = {node for node in results if (node, SH.resultSeverity, SH.Violation) not in found}
    violations = {_violation(found, node) for node in results - warned}
    violations |= {Violation(str(s), ILL_TYPED, str(p), str(o)) for s, p, o in ill}
    warnings = {_violation(found, node) for node in warned}
    return Report(not violations, tuple(sorted(violations)), tuple(sorted(warnings)))


def _ill_typed(data: Graph) -> set[tuple[Node, Node, Node]]:
    return {triple for triple in data if isinstance(triple[2], Literal) and _ill(triple[2])}


def _ill(literal: Literal) -> bool:
    """Made anew, since rdflib forgets in copies that a literal was ill-typed."""
    return literal.value is None and bool(
        Literal(str(literal), literal.language, literal.datatype).ill_typed
    )


def _violation(found: Graph, node: Node) -> Violation:
    terms = (SH.focusNode, SH.resultMessage, SH.resultPath, SH.value)
    return Violation(*(min(map(str, found.objects(node, term)), default="") for term in terms))
