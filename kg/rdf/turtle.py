"""Writes triples as Turtle: sorted, with prefixes, the same bytes for the same triples.

The engine's writer is fast and sorts nothing: it groups what it is handed, so it is handed the
triples in order. It promises no order for its `@prefix` lines, so these are put back sorted.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Literal, URIRef
from rdflib.namespace import GEO

from kg.rdf.base import prefixes
from kg.rdf.terms import Triple
from kg.vocabulary import OA, SC, WIKIDATA

PREFIXES: dict[str, str] = {
    **prefixes(""),
    "dcterms": str(DCTERMS),
    "geo": str(GEO),
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
    raw = ox.serialize(map(engine_triple, ordered), format=ox.RdfFormat.TURTLE, prefixes=named)
    assert raw is not None  # None only where an output stream was given
    body = _HEADER.sub(b"", raw)
    said = _NEXT_SUBJECT.split(body.removesuffix(b"\n")) if body else []
    subjects = list(dict.fromkeys(str(subject) for subject, _, _ in ordered))
    return list(zip(subjects, said, strict=True))


def assemble(said: Mapping[str, bytes], base: str = "") -> bytes:
    """The Turtle of what `blocks` says of each subject, whatever the order."""
    return b"".join(pieces(sorted(said.items()), base))


def pieces(said: Iterable[tuple[str, bytes]], base: str = "") -> Iterator[bytes]:
    """The same piece by piece, of pairs that come in order of subject.

    A subject may come several times, with other things said of it; they are told together.
    """
    named = {**PREFIXES, **prefixes(base)}
    header = "".join(f"@prefix {name}: <{named[name]}> .\n" for name in sorted(named))
    yield header.encode() + b"\n"
    end = b""
    for _, pairs in groupby(said, key=lambda pair: pair[0]):
        words = [words for _, words in pairs]
        if end:
            yield b"\n\n"
        yield words[0] if len(words) == 1 else _united(words, header.encode(), named)
        end = b"\n"
    yield end


def _united(said: Iterable[bytes], header: bytes, named: dict[str, str]) -> bytes:
    """What all of `said`, blocks of one subject, say of it."""
    found = {
        quad.triple
        for words in said
        for quad in ox.parse(header + words, format=ox.RdfFormat.TURTLE)
    }
    ordered = sorted(found, key=_engine_order)
    raw = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=named)
    assert raw is not None  # None only where an output stream was given
    return _HEADER.sub(b"", raw).removesuffix(b"\n")


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


def engine_triple(triple: Triple) -> ox.Triple:
    """A triple in the engine's own terms."""
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


def _engine_order(triple: ox.Triple) -> tuple[str, bool, str, str, bool, str]:
    """As `_order`, of the engine's terms; neither writer nor reader of ours has blank nodes."""
    predicate, value = triple.predicate.value, triple.object
    literal = isinstance(value, ox.Literal)
    datatype = value.datatype.value if isinstance(value, ox.Literal) else ""
    told = "None" if datatype == str(XSD.string) else datatype
    name = value.value if isinstance(value, ox.Literal | ox.NamedNode) else str(value)
    return str(triple.subject), predicate != str(RDF.type), predicate, name, literal, told
