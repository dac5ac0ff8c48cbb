import io
import re
import tracemalloc

import networkx as nx
import pytest

from kg.export import gexf, graphml
from kg.export.network import network
from kg.show.network import network as drawn
from tests.export.graphs import written
from tests.show.test_network import claim_row


def test_gephi_gets_agents_lines_and_days(graph):
    data = written(gexf.write, graph)
    text = data.decode()
    assert 'mode="dynamic"' in text and 'timeformat="date"' in text
    assert re.search(
        r'<edge source="ERI" target="ETH"[^>]* start="2021-03-01" end="2021-03-01"', text
    )
    assert "lastmodifieddate" not in text


def test_networkx_opens_it_again(graph, store):
    again = nx.read_gexf(io.BytesIO(written(gexf.write, graph)))
    made = network(store)
    assert set(again) == set(made) and again.number_of_edges() == made.number_of_edges()
    stances = sorted((u, v, d["stance"], d["modality"], d["negated"], d["support"])
                     for u, v, d in again.edges(data=True))  # fmt: skip
    assert stances == sorted((u, v, d["stance"], d["modality"], d["negated"], d["support"])
                             for u, v, d in made.edges(data=True))  # fmt: skip
    assert again.nodes["ERI"]["label"] == "Eritrea"


def test_graphml_comes_back_as_it_went(graph, store):
    data = written(graphml.write, graph)
    again = nx.read_graphml(io.BytesIO(data))
    made = network(store)
    assert dict(again.nodes(data=True)) == dict(made.nodes(data=True))
    assert {(u, v, k): d for u, v, k, d in again.edges(keys=True, data=True)} == {
        (u, v, k): d for u, v, k, d in made.edges(keys=True, data=True)
    }
    assert b">True<" not in data and b">true<" in data


@pytest.mark.parametrize("form", [gexf, graphml])
def test_it_is_written_line_by_line(form, graph, monkeypatch):
    """What is held meanwhile is a fraction of what is written."""
    told = {"actor_keys": "a", "recipient_keys": "b", "published": "2031-03-09"}
    large = drawn((claim_row(claim=f"c{n}", event=f"e{n}", **told) for n in range(1500)), ())
    monkeypatch.setattr(form, "parts", lambda store: large)
    with (graph.parent / "large").open("wb") as out:
        tracemalloc.start()
        form.write(graph, out)
        size, (_, peak) = out.tell(), tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert size > 1_000_000
    assert peak < size / 2
