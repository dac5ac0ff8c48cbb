import pytest


def test_the_list_shows_every_format(kg):
    out = kg("export", "--list").stdout
    assert "nanopub" in out and "gexf" in out and "graph.trig" in out


def test_it_writes_beside_the_graph_and_says_where(kg, graph):
    result = kg("export", "nt", "--graph", graph / "graph.ttl")
    assert result.exit_code == 0 and str(graph / "graph.nt") in result.stdout
    assert (graph / "graph.nt").read_bytes().count(b" .\n") > 100


def test_standard_output_takes_one_file_and_no_folder(kg, graph):
    piped = kg("export", "nt", "--graph", graph / "graph.ttl", "--out", "-")
    assert piped.stdout_bytes.startswith(b"<https://")
    assert kg("export", "csv", "--graph", graph / "graph.ttl", "--out", "-").exit_code == 2


def test_tables_go_into_a_folder(kg, graph, tmp_path):
    result = kg("export", "csv", "--graph", graph / "graph.ttl", "--out", tmp_path / "t")
    assert result.exit_code == 0
    assert (tmp_path / "t" / "claims.csv").is_file() and "claims.csv" in result.stdout


@pytest.mark.parametrize("arguments", [(), ("n3",), ("nt", "--graph", "/no/such.ttl")])
def test_a_wrong_call_ends_with_2(kg, arguments):
    assert kg("export", *arguments).exit_code == 2
