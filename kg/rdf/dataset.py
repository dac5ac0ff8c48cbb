"""What a graph is: its name, what it was made from, by what, and in which terms, as triples.

No clock is asked: the same articles, read by the same program, are the same dataset.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rdflib import DCAT, DCTERMS, PROV, SDO, VOID, URIRef

from kg.model import Article, Corpus, Dataset, Software
from kg.rdf.articles import text_digest
from kg.rdf.infer import version_iri
from kg.rdf.terms import LABEL, TYPE, Triple, day, text, whole
from kg.vocabulary import DATA, SC

RIGHTS = "The quotes are the articles' own, and belong to whoever published these."


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a graph is made from: how many articles, a digest of all, the newest one's day."""

    articles: int
    digest: str
    newest: date | None


def dataset_triples(corpus: Corpus, dataset: Dataset) -> Iterator[Triple]:
    """The dataset, the activity that made it, and the programs that took part."""
    ordered = sorted(corpus.articles, key=lambda article: article.name)
    return told_of(dataset, inputs(ordered), corpus.base)


def inputs(articles: Iterable[Article]) -> Inputs:
    """What articles in order of name are together: of their names, texts and days."""
    told, number, newest = hashlib.sha256(), 0, None
    for article in articles:
        told.update(f"{article.name}\n{text_digest(article)}\n".encode())
        number += 1
        if article.published:
            newest = max(newest or article.published, article.published)
    return Inputs(number, told.hexdigest(), newest)


def told_of(dataset: Dataset, made_from: Inputs, corpus_base: str) -> Iterator[Triple]:
    """The same for articles that are not at hand; `corpus_base` is "" for the place of them all."""
    base = corpus_base or str(DATA)
    node, made = URIRef(base), URIRef(f"{base}build")
    for kind in (SC.Dataset, VOID.Dataset, DCAT.Dataset, PROV.Entity):
        yield node, TYPE, kind
    yield node, DCTERMS.title, text(dataset.name)
    yield node, DCTERMS.description, text(f"Who claims what in the articles of {dataset.name}.")
    yield node, DCTERMS.rights, text(RIGHTS)
    yield node, DCTERMS.conformsTo, version_iri()
    yield node, VOID.vocabulary, URIRef(str(SC).removesuffix("#"))
    yield node, VOID.uriSpace, text(base)
    yield node, VOID.documents, whole(made_from.articles)
    yield node, SC.inputDigest, text(made_from.digest)
    if dataset.licence:
        yield node, DCTERMS.license, URIRef(dataset.licence)
    if made_from.newest:
        # As new as the newest article in it: what else it is made of has no day.
        yield node, DCTERMS.issued, day(made_from.newest)
    yield node, PROV.wasGeneratedBy, made
    yield made, TYPE, PROV.Activity
    yield made, LABEL, text("build")
    for software in dataset.software:
        yield from _software(node, made, software)


def _software(node: URIRef, made: URIRef, software: Software) -> Iterator[Triple]:
    agent = DATA[f"software/{software.name}-{software.version}"]
    yield made, PROV.wasAssociatedWith, agent
    yield node, DCTERMS.creator, agent
    yield agent, TYPE, PROV.SoftwareAgent
    yield agent, LABEL, text(software.name)
    yield agent, SDO.softwareVersion, text(software.version)
    if software.digest:
        yield agent, SC.sha256, text(software.digest)
