"""The graph says what it is, in terms that catalogues know."""

from __future__ import annotations

from dataclasses import replace

from rdflib import DCAT, DCTERMS, PROV, RDF, VOID, Literal, URIRef

from kg.model import Dataset, Software
from kg.rdf.graph import to_rdflib
from kg.vocabulary import SC
from tests.rdf.corpus import BORDER, CORPUS

BASE = "https://example.org/mine/"
SOFTWARE = (Software("statecraft", "1.2"), Software("parser", "0.3", "ab" * 32))
ABOUT = replace(
    CORPUS,
    base=BASE,
    dataset=Dataset("mine", SOFTWARE, "https://creativecommons.org/licenses/by/4.0/"),
)
NODE = URIRef(BASE)


def test_a_catalogue_finds_title_licence_day_and_vocabulary():
    graph = to_rdflib(ABOUT)
    assert {VOID.Dataset, DCAT.Dataset, PROV.Entity} <= set(graph.objects(NODE, RDF.type))
    assert graph.value(NODE, DCTERMS.title) == Literal("mine")
    assert "by/4.0" in str(graph.value(NODE, DCTERMS.license))
    assert str(graph.value(NODE, DCTERMS.issued)) == "2021-04-09"  # that of the newest article
    assert graph.value(NODE, VOID.documents).toPython() == len(CORPUS.articles)
    assert str(graph.value(NODE, VOID.uriSpace)) == BASE
    assert str(graph.value(NODE, DCTERMS.conformsTo)).startswith(str(SC).removesuffix("#"))


def test_it_tells_what_made_it():
    graph = to_rdflib(ABOUT)
    made = graph.value(NODE, PROV.wasGeneratedBy)
    agents = set(graph.objects(made, PROV.wasAssociatedWith))
    assert {str(agent).rpartition("/")[2] for agent in agents} == {"statecraft-1.2", "parser-0.3"}
    assert all((agent, RDF.type, PROV.SoftwareAgent) in graph for agent in agents)


def digest(corpus):
    return str(to_rdflib(corpus).value(NODE, SC.inputDigest))


def test_the_digest_follows_names_and_texts_and_nothing_else():
    assert len(digest(ABOUT)) == 64
    other = replace(BORDER, text=BORDER.text + " "), CORPUS.articles[1]
    assert digest(replace(ABOUT, articles=other)) != digest(ABOUT)
    titled = replace(BORDER, title="another"), CORPUS.articles[1]
    assert digest(replace(ABOUT, articles=titled)) == digest(ABOUT)
    assert digest(replace(ABOUT, articles=CORPUS.articles[::-1])) == digest(ABOUT)


def test_a_graph_without_a_description_says_nothing_of_itself():
    assert not list(to_rdflib(CORPUS).subjects(RDF.type, VOID.Dataset))


def test_no_licence_is_made_up():
    plain = replace(ABOUT, dataset=Dataset("mine"))
    assert to_rdflib(plain).value(NODE, DCTERMS.license) is None
