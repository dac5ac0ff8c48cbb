"""The JSON-LD context of the graph, made from the ontology: short names, and what values are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, XSD

from kg.export.source import triples
from kg.resources import ontology
from kg.vocabulary import DATA, SC

ID: Final = "@id"
VOCAB: Final = "@vocab"
_OWN: Final = "claim"
"""A prefix for nodes of the corpus; what stands before its name is where they live."""
_PLAIN: Final = {"", *map(str, (XSD.string, XSD.boolean, XSD.integer, RDFS.Literal))}
"""Ranges whose values JSON has itself."""
_KINDS: Final = {str(OWL.ObjectProperty): ID, str(OWL.DatatypeProperty): ""}


@dataclass(frozen=True, slots=True)
class Context:
    """`terms` are local names of the ontology's properties with what their values are: `@id`,

    `@vocab` (a term of the ontology), a datatype's IRI, or "" for plain values. `prefixes` are for
    what is not of the ontology, `base` is where the graph's own nodes live.
    """

    terms: Mapping[str, str]
    prefixes: Mapping[str, str] = field(default_factory=dict)
    base: str = str(DATA)

    def as_json(self) -> dict[str, object]:
        """What stands under `@context`."""
        return {
            "@version": 1.1,
            "@base": self.base,
            VOCAB: str(SC),
            **{name: self.prefixes[name] for name in sorted(self.prefixes)},
            **{
                name: {ID: f"{SC}{name}", **({"@type": self.short(kind)} if kind else {})}
                for name, kind in sorted(self.terms.items())
            },
        }

    def short(self, iri: str) -> str:
        """An IRI as keys, types and datatypes have it: a term, a prefixed name, or whole."""
        if iri.startswith("@"):
            return iri
        name = iri.removeprefix(str(SC))
        if name != iri and name.isidentifier() and name not in self.prefixes:
            return name
        return self.prefixed(iri)

    def prefixed(self, iri: str) -> str:
        """An IRI as a prefixed name where there is a prefix for it, else whole."""
        for prefix, namespace in self.prefixes.items():
            name = iri.removeprefix(namespace)
            if name != iri and name.isidentifier():
                return f"{prefix}:{name}"
        return iri


def context(prefixes: Mapping[str, str]) -> Context:
    """The context that the ontology gives a graph of these prefixes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    ranges: dict[str, str] = {}
    listed: set[str] = set()  # classes that list their members: values are terms of the ontology
    for triple in triples(ontology("statecraft.ttl")):
        subject, predicate, value = (getattr(term, "value", "") for term in triple)
        if predicate == str(RDF.type) and value in _KINDS:
            found[subject].add(_KINDS[value])
        elif predicate == str(RDFS.range):
            ranges[subject] = value
        elif predicate == str(RDF.type) and value == str(OWL.NamedIndividual):
            listed.add(subject)
    classes = _classes_of(listed)
    terms = {
        name: _kind(found[iri], ranges.get(iri, ""), classes)
        for iri in found
        if (name := iri.removeprefix(str(SC))) != iri
    }
    base = prefixes.get(_OWN, "").removesuffix(f"{_OWN}/") or str(DATA)
    names = {n: i for n, i in prefixes.items() if n not in terms and not i.startswith(base)}
    return Context(terms, names, base)


def _classes_of(individuals: set[str]) -> set[str]:
    """The classes of the ontology's own individuals, and that of its classes."""
    return {str(OWL.Class)} | {
        triple.object.value
        for triple in triples(ontology("statecraft.ttl"))
        if isinstance(triple.subject, ox.NamedNode)
        and triple.subject.value in individuals
        and triple.predicate.value == str(RDF.type)
        and isinstance(triple.object, ox.NamedNode)
    }


def _kind(kinds: set[str], range_: str, classes: set[str]) -> str:
    if len(kinds) != 1:
        return ""  # a term that is both is told by each value itself
    if kinds == {ID}:
        return VOCAB if range_ in classes else ID
    return "" if range_ in _PLAIN else range_
