import re
from pathlib import Path

import pytest

from kg.errors import GraphError, KnowledgeError
from kg.rdf.checks import breaches, checks
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.resources import ontology
from tests.rdf.corpus import CORPUS

EXPORT = turtle(inferred(triples(CORPUS))).decode()
TERMS = ontology("statecraft.ttl").read_text("utf-8")

GRAPH_FAULTS = {
    "affirmed-event": "event:e3 a sc:AffirmedEvent .",
    "actor-not-principal": "claim:c1f0a1 sc:actor agent:nor-foreign-ministry .",
    "agent-of-itself": "agent:NOR sc:of agent:nor-foreign-ministry .",
    "claimant-of-nobody": "claim:c5f0e5 sc:claimantOf agent:NOR .",
    "completed-from-nowhere": "claim:c1f0a1 sc:completed agent:ERI .",
    "dispute-other-event": "claim:c4f0d4 sc:disputes claim:c5f0e5 .",
    "dispute-self": "claim:c2f0b2 sc:disputes claim:c2f0b2 .",
    "event-class-foreign": "claim:c1f0a1 sc:eventClass sc:State .",
    "event-class-unlike-claim": "claim:c1f0a1 sc:eventClass sc:Meeting .",
    "event-unclaimed": "event:e9 a sc:Event .",
    "node-blank": "[] a sc:Story .",
    "status-unlike-claims": "event:e3 sc:status sc:contested .",
    "taken-up-elsewhere": "claim:c1f0a1 sc:takesUp claim:c5f0e5 .",
    "trigger-elsewhere": "claim:c1f0a1 sc:triggerStart 50 .",
    "term-undeclared": "claim:c1f0a1 sc:clamant agent:NOR .",
}
ONTOLOGY_FAULTS = {
    "property-untyped": "sc:new a owl:ObjectProperty ; rdfs:domain sc:Claim .",
    "term-label-shared": 'sc:Raid a owl:Class ; rdfs:label "attack"@en .',
    "term-undocumented": 'sc:Raid a owl:Class ; rdfs:label "raid" ; skos:definition "A raid." .',
    "term-undeclared": "sc:Raid a owl:Class ; rdfs:subClassOf sc:Attak .",
}
MORE_FAULTS = [
    ("completed-from-nowhere", "claim:c2f0b2 sc:completed agent:NOR ."),
    ("affirmed-event", "claim:c5f0e5 sc:modality sc:actual ."),
    ("status-unlike-claims", "claim:c5f0e5 sc:stance sc:denies ."),
    ("claimant-of-nobody", "claim:c2f0b2 sc:claimantOf agent:NOR ."),
    ("taken-up-elsewhere", "claim:c1f0a1 sc:takesUp claim:c1f0a1 ."),
    ("term-undeclared", "claim:c1f0a1 a sc:Rumour ."),
    ("term-undeclared", "claim:c1f0a1 sc:stance sc:doubts ."),
    ("term-undeclared", "claim:c1f0a1 sc:readBy sc:oracle ."),
    ("term-undeclared", "claim:c1f0a1 sc:readOnlyBy sc:oracle ."),
    ("trigger-elsewhere", 'claim:c1f0a1 sc:trigger "went" .'),
]


def _found(tmp_path: Path, more: str = "", more_terms: str = "") -> set[str]:
    graph, terms = tmp_path / "graph.ttl", tmp_path / "terms.ttl"
    graph.write_text(EXPORT + more, "utf-8")
    terms.write_text(TERMS + more_terms, "utf-8")
    return {breach.check.name for breach in breaches(graph, terms)}


def test_the_corpus_breaks_no_check(tmp_path):
    assert _found(tmp_path) == set()


def test_every_check_has_a_fault_that_it_finds():
    assert {check.name for check in checks()} == {*GRAPH_FAULTS, *ONTOLOGY_FAULTS}


@pytest.mark.parametrize(("name", "fault"), [*GRAPH_FAULTS.items(), *MORE_FAULTS])
def test_a_fault_of_the_graph_is_found(tmp_path, name, fault):
    assert name in _found(tmp_path, fault)


@pytest.mark.parametrize(("name", "fault"), ONTOLOGY_FAULTS.items())
def test_a_fault_of_the_ontology_is_found(tmp_path, name, fault):
    assert name in _found(tmp_path, more_terms=fault)


def test_a_class_above_or_below_that_of_the_event_is_allowed(tmp_path):
    graph = EXPORT.replace("sc:eventClass sc:ArmsTransfer", "sc:eventClass sc:Transfer", 1)
    assert graph != EXPORT
    path = tmp_path / "graph.ttl"
    path.write_text(graph, "utf-8")
    assert breaches(path) == ()


def test_a_breach_names_what_it_found(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(EXPORT + GRAPH_FAULTS["dispute-self"], "utf-8")
    [breach] = breaches(path)
    assert breach.row == ("claim=https://w3id.org/statecraft/id/claim/c2f0b2",)
    assert breach.check.problem == "A denial disputes itself."
    assert breach.check.solution


def test_every_file_is_a_check():
    names = {path.name for path in ontology("checks").iterdir()}
    assert names == {f"{check.name}-violation.sparql" for check in checks()}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name) for check in checks())


def test_a_graph_that_is_missing_or_broken_is_refused(tmp_path):
    with pytest.raises(GraphError, match="Build the graph"):
        breaches(tmp_path / "none.ttl")
    path = tmp_path / "graph.ttl"
    path.write_text("this is no Turtle")
    with pytest.raises(GraphError, match="cannot be loaded"):
        breaches(path)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("SELECT * {}", "opens with the lines"),
        ("# **Problem:** a.\n# **Solution:** b.\nSELECT", "does not parse"),
        ("# **Problem:** a.\n# **Solution:** b.\nASK {}", "is a SELECT"),
    ],
)
def test_a_file_that_is_no_check_is_refused(tmp_path, monkeypatch, content, rule):
    (tmp_path / "odd-violation.sparql").write_text(content)
    graph = tmp_path / "graph.ttl"
    graph.write_text(EXPORT, "utf-8")
    real = ontology("statecraft.ttl")
    monkeypatch.setattr(
        "kg.rdf.checks.ontology", lambda *parts: tmp_path if parts == ("checks",) else real
    )
    with pytest.raises(KnowledgeError, match=rule):
        breaches(graph)
