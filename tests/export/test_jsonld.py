import json

from kg.export import jsonld
from tests.export.graphs import written


def test_a_claim_reads_as_plain_json(graph):
    document = json.loads(written(jsonld.write, graph))
    nodes = {node["@id"]: node for node in document["@graph"]}
    claim = nodes["claim/c2f0b2"]
    assert (claim["stance"], claim["negated"], claim["cue"]) == ("denies", False, "denied")
    assert claim["actor"] == "agent/ERI" and "Denial" in claim["@type"]
    assert 107 in [value for node in nodes.values() for value in node.values()]  # a bare number


def test_each_node_stands_on_a_line_of_its_own(graph):
    lines = written(jsonld.write, graph).decode().split('"@graph": [\n')[1].splitlines()
    assert lines[-1] == "]}"
    assert [json.loads(line.removesuffix(","))["@id"] for line in lines[:-1]]


def test_a_corpus_of_its_own_base_has_short_names_too(tmp_path):
    file = tmp_path / "graph.ttl"
    file.write_text(
        "@prefix claim: <https://example.org/news/claim/> .\n"
        "@prefix agent: <https://w3id.org/statecraft/id/agent/> .\n"
        "@prefix sc: <https://w3id.org/statecraft/ontology#> .\n"
        "claim:c a sc:Claim ; sc:actor agent:ERI ."
    )
    document = json.loads(written(jsonld.write, file))
    assert document["@context"]["@base"] == "https://example.org/news/"
    (claim,) = document["@graph"]
    assert (claim["@id"], claim["actor"]) == ("claim/c", "agent:ERI")
