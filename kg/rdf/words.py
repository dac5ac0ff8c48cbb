"""Terms as the Turtle of a corpus writes them.

What most names and strings are is written here, for a graph has millions of them; whatever
is not plain is asked of the engine. Tests hold both to be the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

import pyoxigraph as ox
from rdflib import Literal, URIRef

from kg.rdf.terms import TYPE

HELD: Final = 1 << 16
"""Names that are held to be found again."""
_PLAIN_NAME: Final = re.compile(r"(\S*[/#])([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)")
_ODD: Final = re.compile(r'["\\\x00-\x1f\x7f\ufffe\uffff]')
"""What a string holds that is not written as it is."""
_COMMON: Final = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
"""Of that, what many quotes hold, with what is written for it."""
_RARE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""The rest of it."""
Verb: TypeAlias = tuple[bool, str, str]


class Name(NamedTuple):
    """An IRI as a plain string, and as Turtle."""

    iri: str
    words: str


class Words:
    """Writes terms with these prefixes, by name to namespace."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = dict(prefixes)
        self._prefix_of = {namespace: name for name, namespace in prefixes.items()}
        self._names: dict[URIRef, Name] = {}
        self._verbs: dict[URIRef, Verb] = {}
        self._typed: dict[tuple[str, str], str] = {}

    def name(self, node: URIRef) -> Name:
        """An IRI, by its prefix where it has one."""
        found = self._names.get(node)
        if found is None:
            if len(self._names) >= HELD:
                self._names.clear()
            iri = str(node)
            found = self._names[node] = Name(iri, self._plain(iri) or self._asked(node))
        return found

    def verb(self, predicate: URIRef) -> Verb:
        """A predicate: whether it stands behind the types, its IRI, and how it is written."""
        found = self._verbs.get(predicate)
        if found is None:
            is_type = predicate == TYPE
            iri, words = self.name(predicate)
            found = self._verbs[predicate] = (not is_type, iri, "a" if is_type else words)
        return found

    def literal(self, value: Literal) -> str:
        """A literal; a plain string as it is but for what Turtle escapes."""
        datatype = value.datatype
        if datatype is None:
            if not _ODD.search(value):
                return f'"{value}"'
            return self._asked(value) if _RARE.search(value) else f'"{value.translate(_COMMON)}"'
        key = str(value), str(datatype)
        found = self._typed.get(key)
        if found is None:
            if len(self._typed) >= HELD:
                self._typed.clear()
            found = self._typed[key] = self._asked(value)
        return found

    def _plain(self, iri: str) -> str:
        found = _PLAIN_NAME.fullmatch(iri)
        prefix = self._prefix_of.get(found[1]) if found else None
        return f"{prefix}:{found[2]}" if found and prefix is not None else ""

    def _asked(self, term: URIRef | Literal) -> str:
        """As the engine writes it: behind a subject and a predicate that need no prefix."""
        triple = ox.Triple(_NOBODY, _NOBODY, engine_object(term))
        raw = ox.serialize([triple], format=ox.RdfFormat.TURTLE, prefixes=self._prefixes)
        assert raw is not None  # None only where an output stream was given
        line = raw.decode().removesuffix("\n").rpartition("\n")[2]
        return line.removeprefix(f"{_NOBODY} {_NOBODY} ").removesuffix(" .")


_NOBODY: Final = ox.NamedNode("urn:x")


def engine_object(value: URIRef | Literal) -> ox.NamedNode | ox.Literal:
    """A term in the engine's own."""
    if not isinstance(value, Literal):
        return ox.NamedNode(value)
    if value.datatype is None:
        return ox.Literal(str(value))
    return ox.Literal(str(value), datatype=ox.NamedNode(value.datatype))
