"""JSON-LD: a JSON object a node, with a context that makes RDF of it again."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

import pyoxigraph as ox
from rdflib import XSD

from kg.export.context import ID, VOCAB, Context, context
from kg.export.source import TYPE, Node, described, prefixes

Value: TypeAlias = str | int | bool | dict[str, str]

_NATIVE: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")  # every reader of JSON holds these exactly
_RELATIVE: Final = re.compile(r"[^:/?#][^:?#]*")  # what a base completes without doubt
_STRING: Final = str(XSD.string)


def write(graph: Path, out: BinaryIO) -> None:
    """Write the graph, a node a line."""
    made = context(prefixes(graph))
    head = json.dumps(made.as_json(), ensure_ascii=False, indent=1)
    out.write(f'{{"@context": {head},\n"@graph": ['.encode())
    parting = "\n"
    for subject, said in described(graph):
        line = json.dumps(node(subject, said, made), ensure_ascii=False)
        out.write(f"{parting}{line}".encode())
        parting = ",\n"
    out.write(b"\n]}\n")


def node(subject: Node, said: Sequence[ox.Triple], made: Context) -> dict[str, object]:
    """What is said of a node as a JSON object; several values of a property are a list."""
    values: dict[str, list[Value]] = {}
    for triple in said:
        if triple.predicate == TYPE:
            assert isinstance(triple.object, ox.NamedNode)
            values.setdefault("@type", []).append(made.short(triple.object.value))
            continue
        key = made.short(triple.predicate.value)
        values.setdefault(key, []).append(_value(triple.object, made.terms.get(key, ""), made))
    several = {key: found if len(found) > 1 else found[0] for key, found in values.items()}
    return {ID: _id(subject, made), **several}


def _id(term: Node, made: Context) -> str:
    if isinstance(term, ox.BlankNode):
        return str(term)
    name = term.value.removeprefix(made.base)
    return name if _RELATIVE.fullmatch(name) else made.prefixed(term.value)


def _value(term: object, kind: str, made: Context) -> Value:
    """A value as short as the context lets it be."""
    if isinstance(term, Node):
        if isinstance(term, ox.NamedNode) and kind == VOCAB:
            return made.short(term.value)
        return _id(term, made) if kind == ID else {ID: _id(term, made)}
    assert isinstance(term, ox.Literal)
    datatype = term.datatype.value
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if kind and kind == datatype:
        return term.value
    if not kind and datatype == _STRING:
        return term.value
    if not kind and datatype == str(XSD.boolean) and term.value in ("true", "false"):
        return term.value == "true"
    if not kind and datatype == str(XSD.integer) and _NATIVE.fullmatch(term.value):
        return int(term.value)
    return {"@value": term.value, "@type": made.short(datatype)}
