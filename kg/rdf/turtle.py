"""Writes triples as Turtle: sorted, with prefixes, the same bytes for the same triples.

Written as the engine writes, which sorts nothing and groups what it is handed; where one subject is
told of in several pieces these are read and written by it.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, Literal, URIRef
from rdflib.namespace import GEO

from kg.rdf.base import prefixes
from kg.rdf.terms import TYPE, Triple
from kg.rdf.words import Words, engine_object
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


def turtle(triples: Iterable[Triple], base: str = "") -> bytes:
    """`triples` as UTF-8 Turtle; order and repetition of the input make no difference.

    `base` is that of the corpus, for the prefixes of its own IRIs.
    """
    return assemble(dict(blocks(triples, base)), base)


def blocks(triples: Iterable[Triple], base: str = "") -> list[tuple[str, bytes]]:
    """The subjects of `triples`, sorted, each with what the Turtle says of it."""
    words = _words(base)
    told: dict[URIRef, list[Line]] = defaultdict(list)
    for subject, predicate, value in triples:
        told[subject].append((*words.verb(predicate), *_object(value, words)))
    named = ((words.name(subject), lines) for subject, lines in told.items())
    return sorted((name.iri, _block(name.words, lines).encode()) for name, lines in named)


Line: TypeAlias = tuple[bool, str, str, str, bool, str, str]
"""What a triple says of its subject, so that the types sort first, then by predicate and value:
the predicate, how it is written, the value, whether that is a literal, its type, how it is written.
"""


@lru_cache(maxsize=8)
def _words(base: str) -> Words:
    return Words({**PREFIXES, **prefixes(base)})


def _object(value: URIRef | Literal, words: Words) -> tuple[str, bool, str, str]:
    if isinstance(value, Literal):
        return str(value), True, str(value.datatype), words.literal(value)
    name = words.name(value)
    return name.iri, False, "", name.words


def _block(subject: str, lines: list[Line]) -> str:
    """All that is said of one subject, each triple once."""
    said, before = [subject], ""
    for line in sorted(set(lines)):
        verb, value = line[2], line[-1]
        if verb == before:
            said.append(f" , {value}")
        else:
            said.append(f" ;\n\t{verb} {value}" if before else f" {verb} {value}")
        before = verb
    return "".join((*said, " ."))


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
    ordered = sorted(found, key=in_order)
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
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), engine_object(value))


def in_order(triple: ox.Triple) -> tuple[str, bool, str, str, bool, str]:
    """A key: by subject, its types first, then by predicate and value, as `Line` sorts.

    Neither writer nor reader of ours has blank nodes.
    """
    predicate, value = triple.predicate.value, triple.object
    subject = getattr(triple.subject, "value", "")
    literal = isinstance(value, ox.Literal)
    datatype = value.datatype.value if isinstance(value, ox.Literal) else ""
    told = "None" if datatype == str(XSD.string) else datatype
    name = value.value if isinstance(value, ox.Literal | ox.NamedNode) else str(value)
    return subject, predicate != str(TYPE), predicate, name, literal, told
