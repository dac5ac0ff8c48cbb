import pytest

from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from tests.rdf.corpus import CORPUS


@pytest.fixture(scope="session")
def graph(tmp_path_factory):
    """The Turtle file of the corpus written by hand, as a build writes it."""
    file = tmp_path_factory.mktemp("graph") / "graph.ttl"
    file.write_bytes(turtle(inferred(triples(CORPUS))))
    return file


@pytest.fixture(scope="session")
def store(graph):
    return Store.load(graph)
