"""The event classes of `ontology/statecraft.ttl`, by their local names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge.names import Names, names

ROOT = "Event"
FILE = "statecraft.ttl"
_OWN = "https://w3id.org/statecraft/ontology#"
_BELOW = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


@cache
def classes_above() -> dict[str, tuple[str, ...]]:
    """Each event class below `Event` with the classes above it, nearest first, `Event` left out.

    Raises KnowledgeError where the ontology does not parse.
    """
    parents = dict(_subclasses())
    lines = {name: tuple(_line(name, parents)) for name in parents}
    return {name: line[:-1] for name, line in sorted(lines.items()) if line and line[-1] == ROOT}


def event_classes() -> Names:
    """The closed set of event classes."""
    return names(classes_above(), FILE)


def _subclasses() -> Iterator[tuple[str, str]]:
    path = resources.ontology(FILE)
    try:
        quads = list(ox.parse(path=str(path)))
    except SyntaxError as error:
        raise KnowledgeError(f"{FILE} line {error.lineno}", str(error.msg), "Mend it.") from error
    for quad in quads:
        child, parent = quad.subject, quad.object
        if quad.predicate.value != _BELOW or not isinstance(child, ox.NamedNode):
            continue
        if isinstance(parent, ox.NamedNode) and parent.value.startswith(_OWN):
            yield child.value.removeprefix(_OWN), parent.value.removeprefix(_OWN)


def _line(name: str, parents: dict[str, str]) -> Iterator[str]:
    seen = {name}
    while (name := parents.get(name, "")) and name not in seen:
        seen.add(name)
        yield name
