import pytest

from kg.errors import GraphError
from kg.rdf import reasoner
from kg.rdf.infer import inferred
from kg.rdf.reasoner import reason
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from tests.outside import need
from tests.rdf.corpus import ARMED, COMEDY, CORPUS, DENIED, LIFTED, MET, SAID, UNCONFIRMED

EXPORT = turtle(inferred(triples(CORPUS))).decode()


@pytest.fixture
def java(monkeypatch) -> str:
    """Java as it starts fastest: what runs for a second gains nothing by better compilers."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    return need("java", "a Java runtime (default-jre-headless)")


@pytest.fixture
def graph(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(EXPORT, "utf-8")
    return path


def test_the_classes_of_claims_are_inferred(java, graph):
    found = reason(graph)
    assert (found.ran, found.consistent, found.unsatisfiable) == (True, True, ())
    classes = {iri.rsplit("/", 1)[1]: set(names) for iri, names in found.inferred}
    assert {name for name, types in classes.items() if "Denial" in types} == {
        DENIED.id,
        COMEDY.id,
    }
    assert {name for name, types in classes.items() if "NonConfirmation" in types} == {
        UNCONFIRMED.id
    }
    assert {name for name, types in classes.items() if "Assertion" in types} == {
        SAID.id,
        LIFTED.id,
        ARMED.id,
        MET.id,
    }


def test_the_ontology_alone_is_consistent(java):
    found = reason()
    assert (found.consistent, found.unsatisfiable, found.inferred) == (True, (), ())
    assert "ontology alone" in found.message


@pytest.mark.parametrize(
    "fault",
    [
        "claim:c1f0a1 sc:stance sc:denies .",  # one stance, and the three differ
        "claim:c2f0b2 sc:disputes claim:c4f0d4 .",  # what is disputed is an assertion
        "claim:c2f0b2 sc:actor event:e1 .",  # no agent is an event
        "agent:ERI a sc:Group .",  # no state is a group
    ],
)
def test_a_contradiction_is_found(java, graph, fault):
    graph.write_text(EXPORT + fault, "utf-8")
    found = reason(graph)
    assert found.ran
    assert found.consistent is False
    assert "contradict" in found.message


def test_the_sample_is_bounded_and_says_so(java, graph):
    found = reason(graph, sample=2)
    assert [iri.rsplit("/", 1)[1] for iri, _ in found.inferred] == [SAID.id, DENIED.id]
    assert "2 of 7 claims" in found.message
    assert found.claims == 7


def test_without_java_it_says_that_it_did_not_run(graph, monkeypatch):
    monkeypatch.setattr(reasoner.shutil, "which", lambda _name: None)
    found = reason(graph)
    assert (found.ran, found.consistent) == (False, None)
    assert "Not run" in found.message
    assert "Java" in found.message


def test_a_missing_graph_is_refused(tmp_path):
    with pytest.raises(GraphError, match="none"):
        reason(tmp_path / "none.ttl")
