"""The event classes of an ontology: those below Event, nearest class first."""

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge import classes

TURTLE = """@prefix sc: <https://w3id.org/statecraft/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
sc:Event rdfs:subClassOf sem:Event .
sc:Transfer rdfs:subClassOf sc:Event .
sc:Aid rdfs:subClassOf sc:Transfer , [ a rdfs:Class ] .
sc:Person rdfs:subClassOf sc:Agent .
sc:Loop rdfs:subClassOf sc:Ring .
sc:Ring rdfs:subClassOf sc:Loop .
"""


@pytest.fixture
def above(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "ontology", tmp_path.joinpath)

    def of(text: str) -> dict[str, tuple[str, ...]]:
        (tmp_path / "statecraft.ttl").write_text(text, encoding="utf-8")
        return classes.classes_above.__wrapped__()

    return of


def test_only_classes_below_event_are_event_classes(above):
    assert above(TURTLE) == {"Aid": ("Transfer",), "Transfer": ()}


def test_what_is_no_turtle_is_refused_with_its_line(above):
    with pytest.raises(KnowledgeError, match=r"statecraft\.ttl line 5: ") as raised:
        above(TURTLE.replace("sc:Transfer rdfs:subClassOf", "sc:Transfer ???"))
    assert raised.value.remedy == "Mend it."


def test_the_shipped_classes():
    assert classes.classes_above()["Invasion"] == ("Attack",)
    assert {"Deployment", "Sanction"} <= classes.event_classes().known
    assert "Event" not in classes.event_classes().known
