import pytest

from kg.corpus.build import write
from kg.store.engine import Store
from tests.rdf.corpus import CORPUS


@pytest.fixture(scope="session")
def graph(tmp_path_factory):
    """The Turtle file of the corpus written by hand, as a build writes it."""
    folder = tmp_path_factory.mktemp("graph")
    write(CORPUS, folder)
    return folder / "graph.ttl"


@pytest.fixture(scope="session")
def store(graph):
    return Store.load(graph)
