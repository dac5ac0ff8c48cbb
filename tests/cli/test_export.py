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


@pytest.mark.parametrize("form", ["nt", "trig", "jsonld", "rdfxml"])
def test_what_it_wrote_is_exported_in_turn(kg, graph, tmp_path, form):
    kg("export", form, "--graph", graph / "graph.ttl", "--out", tmp_path / f"made.{form}")
    ending = {"rdfxml": "rdf"}.get(form, form)
    file = (tmp_path / f"made.{form}").rename(tmp_path / f"made.{ending}")
    again = kg("export", "nt", "--graph", file, "--out", "-")
    assert (
        again.stdout_bytes
        == kg("export", "nt", "--graph", graph / "graph.ttl", "--out", "-").stdout_bytes
    )


def test_a_trig_file_is_checked(kg, graph, tmp_path):
    kg("export", "trig", "--graph", graph / "graph.ttl", "--out", tmp_path / "made.trig")
    assert kg("check", "--graph", tmp_path / "made.trig").exit_code == 0


def test_a_file_that_is_no_graph_says_what_would_be(kg, tmp_path):
    (tmp_path / "claims.csv").write_text("claim,article\n")
    for command in (("check",), ("export", "nt")):
        failed = kg(*command, "--graph", tmp_path / "claims.csv")
        assert failed.exit_code == 2 and "RDF/XML (.rdf)" in failed.stderr
