"""The part of a graph around a claim answers for it as the whole graph does."""

import pyoxigraph as ox
import pytest

from kg.store.engine import Store
from kg.store.named import find
from kg.store.nearby import beside
from tests.store.graphs import SAMPLE

WHOLE = Store.load(SAMPLE)
CLAIMS = [row["claim"] for row in WHOLE.query(find("claims").text).records()]
IRIS = dict(
    WHOLE.query("""PREFIX sc: <https://w3id.org/statecraft/ontology#>
    SELECT (STRAFTER(STR(?c), "/claim/") AS ?id) (STR(?c) AS ?iri) { ?c a sc:Claim }""").rows
)


@pytest.mark.parametrize("claim", CLAIMS)
def test_rows_of_a_claim_are_those_of_the_whole_graph(claim):
    part = beside(WHOLE, ox.NamedNode(IRIS[claim]))
    for name in ("claims", "network", "joins"):
        whole, near = (
            [row for row in store.query(find(name).text).records() if row["claim"] == claim]
            for store in (WHOLE, part)
        )
        assert near == whole, name


def test_what_only_shares_an_agent_is_left_out():
    """Else the part of a claim about a state would be half of the graph."""
    parts = [beside(WHOLE, ox.NamedNode(iri)) for iri in IRIS.values()]
    assert min(map(len, parts)) < len(WHOLE) / 2
