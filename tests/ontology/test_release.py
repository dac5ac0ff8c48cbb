"""What a release of the ontology needs: version, page, picture, terms that exist, redirects."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from pathlib import Path

import pytest
from rdflib import (
    DCAT,
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    TIME,
    VANN,
    VOID,
    XSD,
    Graph,
    URIRef,
)  # fmt: skip
from rdflib.namespace import GEO

from kg.knowledge.lexicon import load
from kg.resources import ontology, queries
from kg.store.engine import Store
from kg.store.named import find
from kg.vocabulary import SC
from tests.ontology.overview import BOXES, LINES, PICTURE, drawn
from tests.ontology.page import PAGE, made, words
from tests.store.graphs import SAMPLE

ROOT = Path(__file__).parents[2]
TERMS = Graph().parse(ontology("statecraft.ttl"))
SHAPES = Graph().parse(ontology("shapes.ttl"))
HEADER = URIRef(str(SC).removesuffix("#"))
KNOWN = (DCAT, DCTERMS, GEO, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, VANN, VOID, XSD)
"""Vocabularies whose terms rdflib carries."""
LISTED = {
    "http://www.w3.org/ns/oa#": "oa.txt",
    "http://semanticweb.cs.vu.nl/2009/11/sem/": "sem.txt",
}
WIKIDATA = re.compile(r"http://www\.wikidata\.org/entity/[QP][1-9]\d*")
OWN = ("https://w3id.org/statecraft/", "https://creativecommons.org/")


def listed(name: str) -> set[str]:
    lines = (Path(__file__).with_name("terms") / name).read_text("utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def exists(term: URIRef) -> bool:
    for namespace, file in LISTED.items():
        if term.startswith(namespace):
            return term.removeprefix(namespace) in listed(file)
    return any(term.startswith(str(space)) and term in space for space in KNOWN)


def test_the_release_has_a_version_a_day_and_who_made_it():
    version = str(TERMS.value(HEADER, OWL.versionInfo))
    assert str(TERMS.value(HEADER, OWL.versionIRI)) == f"{HEADER}/{version}"
    assert str(TERMS.value(HEADER, OWL.priorVersion)).startswith(f"{HEADER}/")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(TERMS.value(HEADER, DCTERMS.issued)))
    assert TERMS.value(HEADER, DCTERMS.creator)
    assert f'owl:versionInfo "{version}"' in ontology("shapes.ttl").read_text("utf-8")


def test_what_people_read_says_its_language():
    for told in (RDFS.label, SKOS.definition, SKOS.example):
        assert {words.language for words in TERMS.objects(None, told)} == {"en"}


# pyLODE leaves files of its own open.
@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning"
)
def test_the_page_says_what_the_ontology_says():
    assert words(PAGE.read_text("utf-8")) == words(made())


def test_the_page_asks_nobody_else_for_anything():
    page = PAGE.read_text("utf-8")
    assert not re.findall(r'(?:<script|<img|<link)[^>]*(?:src|href)="https?:[^"]*"', page)


def test_the_picture_is_drawn_from_the_ontology():
    assert PICTURE.read_text("utf-8") == drawn()
    for name in BOXES:
        assert (SC[name], RDF.type, OWL.Class) in TERMS
    for one, name, other in LINES:
        assert SC[one] in reached(SC[name], RDFS.domain), name
        assert SC[other] in reached(SC[name], RDFS.range), name


def reached(term: URIRef, relation: URIRef) -> set[URIRef]:
    """The classes that a domain or range names, in a union or alone, and those below."""
    found = set(TERMS.objects(term, relation / (OWL.unionOf / (RDF.rest * "*") / RDF.first)))
    found |= set(TERMS.objects(term, relation))
    below = {c for one in found for c in TERMS.transitive_subjects(RDFS.subClassOf, one)}
    above = {c for one in found for c in TERMS.transitive_objects(one, RDFS.subClassOf)}
    return found | below | above


def test_every_term_of_others_exists():
    used = {t for triple in TERMS for t in triple if isinstance(t, URIRef)}
    for rule in ontology("closure").iterdir():
        text = rule.read_text("utf-8")
        spaces = dict(re.findall(r"PREFIX (\w+): <([^>]+)>", text))
        named = re.findall(r"\b(\w+):(\w+)", re.sub(r"<[^>]*>", "", text))
        used |= {URIRef(spaces[prefix] + name) for prefix, name in named if prefix in spaces}
    foreign = {t for t in used if not str(t).startswith(OWN) and not WIKIDATA.fullmatch(t)}
    assert sorted(t for t in foreign if not exists(t)) == []


def test_a_misspelt_term_of_others_is_found():
    assert not exists(URIRef("http://www.w3.org/ns/oa#TextQuoteSelecter"))
    assert not exists(URIRef("https://schema.org/Clame"))
    assert not exists(URIRef("http://www.w3.org/ns/prov#wasAtributedTo"))


# Every event class is known everywhere it has to be.

EVENTS = sorted(
    str(c).removeprefix(str(SC))
    for c in TERMS.transitive_subjects(RDFS.subClassOf, SC.Event)
    if c != SC.Event
)
LEAVES = [
    name for name in EVENTS if not list(TERMS.subjects(RDFS.subClassOf, URIRef(f"{SC}{name}")))
]


def gold() -> set[str]:
    files = (ROOT / "tests" / "gold").rglob("*.jsonl")
    rows = (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines())
    found = {row.get("class") for row in rows}
    for file in (ROOT / "tests" / "gold").rglob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            found |= {row.get("class") for row in csv.DictReader(stream)}
    return {name for name in found if name}


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_class_has_words_shape_and_query(name):
    term = URIRef(f"{SC}{name}")
    for told in (RDFS.label, SKOS.definition, SKOS.example):
        assert TERMS.value(term, told), told
    targets = {
        str(target)
        for target in SHAPES.objects(None, URIRef("http://www.w3.org/ns/shacl#targetClass"))
    }
    assert str(term) in targets
    asked = "\n".join(file.read_text("utf-8") for file in queries().glob("*.rq"))
    assert f"sc:{name}" in asked


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_class_is_read_and_has_a_golden_case(name):
    frames = load()
    known = {
        frame.event_class
        for found in (*frames.verbs.values(), *frames.nouns.values())
        for frame in found
    }
    assert name in known or name not in LEAVES
    assert name in gold() or name not in LEAVES


# The rules of redirection, as Apache reads them, in a folder made as the README says.

RULES = ontology("w3id.htaccess").read_text("utf-8")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
RDFLIB = "application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1"


@pytest.fixture(scope="module")
def registered(tmp_path_factory) -> Path:
    """The folder that is registered."""
    clone = tmp_path_factory.mktemp("w3id")
    part = ontology("README.md").read_text("utf-8").partition("## Registering the IRIs")[2]
    lines = part.partition("```sh\n")[2].partition("```")[0]
    (clone / "ontology").symlink_to(ontology("README.md").parent)
    subprocess.run(["bash", "-ec", lines], cwd=clone, check=True)
    return clone / "statecraft"


def redirected(path: str, accept: str) -> str | None:
    """Where the first rule that holds leads to, below the base."""
    wanted = True
    for line in RULES.splitlines():
        if condition := re.match(r"RewriteCond %\{HTTP_ACCEPT\} (!?)(\S+)$", line):
            found = re.search(condition[2], accept) is not None
            wanted = wanted and found != bool(condition[1])
        elif rule := re.match(r"RewriteRule (\S+) (\S+) \[R=303,L\]$", line):
            matched = re.search(rule[1], path)
            if matched and wanted:
                return matched.expand(rule[2].replace("$", "\\"))
            wanted = True
    return None


def test_the_rules_are_whole():
    known = (
        r"Options |AddType |RewriteEngine on$|RewriteBase /statecraft/$|RewriteCond |RewriteRule "
    )
    said = [line for line in RULES.splitlines() if line and not line.startswith("#")]
    assert [line for line in said if not re.match(known, line)] == []
    assert not re.search(r"example\.|localhost|https?://(?!w3id\.org/statecraft/)", RULES)
    read = [line for line in said if re.match(r"RewriteRule \S+ [^/%:\s]\S* \[R=303,L\]$", line)]
    assert len(read) == sum(line.startswith("RewriteRule") for line in said)


@pytest.mark.parametrize(
    ("path", "accept", "file"),
    [
        ("", BROWSER, "statecraft.html"),
        ("", "*/*", "statecraft.ttl"),
        ("ontology", BROWSER, "statecraft.html"),
        ("ontology", "application/xhtml+xml", "statecraft.html"),
        ("ontology", "text/turtle", "statecraft.ttl"),
        ("ontology", "text/turtle,text/html;q=0.1", "statecraft.ttl"),
        ("ontology", RDFLIB, "statecraft.ttl"),
        ("ontology", "application/ld+json, text/html;q=0.2", "statecraft.ttl"),
        ("ontology", "*/*", "statecraft.ttl"),
        ("ontology", "", "statecraft.ttl"),
        ("ontology/", BROWSER, "statecraft.html"),
        ("ontology/0.2.0", BROWSER, "statecraft.html"),
        ("ontology/0.2.0", "text/turtle", "statecraft.ttl"),
        ("shapes", "*/*", "shapes.ttl"),
        ("shapes", BROWSER, "shapes.ttl"),
        ("id/agent/NOR", BROWSER, "gazetteer/README.md"),
        ("id/timespan/2024-01-01", "text/turtle", "gazetteer/README.md"),
        *((f"closure/{rule.stem}", "*/*", f"closure/{rule.stem}.rq")
          for rule in sorted(ontology("closure").iterdir())),
    ],
)  # fmt: skip
def test_every_iri_leads_to_a_file_that_there_is(registered, path, accept, file):
    assert redirected(path, accept) == file
    assert (registered / file).read_bytes() == ontology(*file.split("/")).read_bytes()
    assert redirected(file, accept) is None  # the file itself is answered, not sent on


def test_each_answer_has_its_type(registered):
    typed = set(re.findall(r"^AddType \S+/\S+ (\.\w+)$", RULES, re.MULTILINE))
    answers = {
        match[1] for match in re.finditer(r"^RewriteRule \S+ \S+(\.\w+) ", RULES, re.MULTILINE)
    }
    assert answers == typed


def test_the_page_finds_its_picture_beside_it(registered):
    page = (registered / "statecraft.html").read_text("utf-8")
    assert all((registered / name).is_file() for name in re.findall(r'<img src="([^"]+)"', page))


@pytest.mark.parametrize("path", ["nothing", "ontologies", "corpus/mine/claim/1", "closure/../x"])
def test_what_is_not_ours_leads_nowhere(path):
    assert redirected(path, "*/*") is None


# What the ontology must be able to answer.


def competency() -> list[tuple[str, str]]:
    text = ontology("README.md").read_text("utf-8")
    table = text.partition("## What it must be able to answer")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+\?) \| (.+) \|$", table, re.MULTILINE)
    return [(question, name) for question, names in rows for name in re.findall(r"`(.+?)`", names)]


def test_there_are_questions():
    assert len(competency()) > 15


@pytest.mark.parametrize(("question", "name"), competency())
def test_every_question_is_answered_by_rows_that_a_test_holds(question, name):
    assert Store.load(SAMPLE).query(find(name).text).rows, question
    tests = (ROOT / "tests" / "store" / "test_queries.py").read_text("utf-8")
    tests += (ROOT / "tests" / "store" / "test_parameters.py").read_text("utf-8")
    assert f'"{name}"' in tests
