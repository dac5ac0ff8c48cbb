import pytest

from kg.store.load.places import endpoint


@pytest.mark.parametrize(
    ("store", "queries"),
    [
        ("http://127.0.0.1:7878/store", "http://127.0.0.1:7878/query"),
        ("http://localhost:8890/sparql-graph-crud-auth", "http://localhost:8890/sparql"),
        ("http://localhost:8890/sparql-graph-crud?x=1", "http://localhost:8890/sparql"),
        ("http://localhost:3030/news/data", "http://localhost:3030/news/sparql"),
        ("http://h:7200/repositories/news/rdf-graphs/service", "http://h:7200/repositories/news"),
        ("https://n.example:8182/sparql/gsp/", "https://n.example:8182/sparql"),
        ("http://localhost:7001/", "http://localhost:7001/"),
    ],
)
def test_where_a_store_is_asked(store, queries):
    assert endpoint(store) == queries
