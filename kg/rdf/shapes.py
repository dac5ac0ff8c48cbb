"""Validates a graph against `ontology/shapes.ttl` with pySHACL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, SH, Graph
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from kg.errors import GraphError
from kg.resources import ontology


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
    return validate_graph(_parse(graph))


def validate_graph(data: Graph) -> Report:
    """The SHACL report on `data`, which is left as it was."""
    import pyshacl  # noqa: PLC0415 - a second to load, and only this function needs it

    shapes = Graph().parse(ontology("shapes.ttl"), format="turtle")
    _, found, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, inference="none")
    assert isinstance(found, Graph)  # only a failure of pySHACL itself gives something else
    results = set(found.subjects(RDF.type, SH.ValidationResult))
    warned = {node for node in results if (node, SH.resultSeverity, SH.Violation) not in found}
    violations = _sorted(found, results - warned)
    return Report(not violations, violations, _sorted(found, warned))


def _parse(path: Path) -> Graph:
    try:
        return Graph().parse(path, format="turtle")
    except (OSError, BadSyntax) as error:
        rule = f"it cannot be loaded: {error}"
        raise GraphError(str(path), rule, "Build the graph again.") from error


def _sorted(found: Graph, results: set[Node]) -> tuple[Violation, ...]:
    return tuple(sorted({_violation(found, node) for node in results}))


def _violation(found: Graph, node: Node) -> Violation:
    terms = (SH.focusNode, SH.resultMessage, SH.resultPath, SH.value)
    return Violation(*(min(map(str, found.objects(node, term)), default="") for term in terms))
