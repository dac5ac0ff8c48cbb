"""Writes triples as Turtle: sorted, with prefixes, the same bytes for the same triples.

The engine's writer is fast and sorts nothing: it groups what it is handed, so it is handed the
triples in order. It promises no order for its `@prefix` lines, so these are put back sorted.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Literal, URIRef

from kg.rdf.base import prefixes
from kg.rdf.terms import Triple
from kg.vocabulary import OA, SC, WIKIDATA

PREFIXES: dict[str, str] = {
    **prefixes(""),
    "dcterms": str(DCTERMS),
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "sc": str(SC),
    "schema": str(SDO),
    "skos": str(SKOS),
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "time": str(TIME),
    "wd": str(WIKIDATA),
    "xsd": str(XSD),
}
"""Prefixes of a graph whose corpus has no base of its own."""

_HEADER = re.compile(rb"\A(?:@prefix [^\n]*\n)*")
_NEXT_SUBJECT = re.compile(rb"\n(?=[^\t\n])")  # continuation lines begin with a tab


def turtle(triples: Iterable[Triple], base: str = "") -> bytes:
    """`triples` as UTF-8 Turtle; order and repetition of the input make no difference.

    `base` is that of the corpus, for the prefixes of its own IRIs.
    """
    return assemble(dict(blocks(triples, base)), base)


def blocks(triples: Iterable[Triple], base: str = "") -> list[tuple[str, bytes]]:
    """The subjects of `triples`, sorted, each with what the Turtle says of it."""
    named = {**PREFIXES, **prefixes(base)}
    ordered = sorted(set(triples), key=_order)
    raw = ox.serialize(map(_engine_triple, ordered), format=ox.RdfFormat.TURTLE, prefixes=named)
    assert raw is not None  # None only where an output stream was given
    body = _HEADER.sub(b"", raw)
    said = _NEXT_SUBJECT.split(body.removesuffix(b"\n")) if body else []
    subjects = list(dict.fromkeys(str(subject) for subject, _, _ in ordered))
    return list(zip(subjects, said, strict=True))


def assemble(said: Mapping[str, bytes], base: str = "") -> bytes:
    """The Turtle of what `blocks` says of each subject, whatever the order."""
    named = {**PREFIXES, **prefixes(base)}
    header = "".join(f"@prefix {name}: <{named[name]}> .\n" for name in sorted(named))
    body = b"\n\n".join(said[subject] for subject in sorted(said))
    return header.encode() + b"\n" + body + (b"\n" if said else b"")


def write_turtle(triples: Iterable[Triple], path: Path) -> None:
    """Writes `triples` to `path`, which is whole or untouched whatever happens meanwhile.

    The folder must exist; raises OSError where it cannot be written to.
    """
    content = turtle(triples)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        part.chmod(0o644)  # mkstemp leaves it readable to its owner alone
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _engine_triple(triple: Triple) -> ox.Triple:
    subject, predicate, value = triple
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), _engine_object(value))


def _engine_object(value: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    if not isinstance(value, Literal):
        return ox.NamedNode(value)
    if value.datatype is None:
        return ox.Literal(str(value))
    return ox.Literal(str(value), datatype=ox.NamedNode(value.datatype))


def _order(triple: Triple) -> tuple[str, bool, str, str, bool, str]:
    """By subject, its types first, then by predicate and value."""
    subject, predicate, value = triple
    literal = isinstance(value, Literal)
    datatype = str(value.datatype) if isinstance(value, Literal) else ""
    return str(subject), predicate != RDF.type, str(predicate), str(value), literal, datatype
