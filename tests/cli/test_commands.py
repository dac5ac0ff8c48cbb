import csv
import io
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest

from kg.rdf import reasoner

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/statecraft/ontology#Claim> }"
CONSTRUCT = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3"


def turtle(graph):
    return graph / "graph.ttl"


def test_the_list_shows_every_question(kg):
    out = kg("query", "--list").stdout
    assert "contested" in out
    assert "Which events does someone assert and someone deny" in out


def test_a_query_by_name_prints_a_table(kg, graph):
    result = kg("query", "contested", "--graph", turtle(graph))
    assert result.exit_code == 0
    assert "Eritrea denied the reports" in result.stdout


def test_csv_has_the_bytes_of_the_build(kg, graph):
    result = kg("query", "claims", "--format", "csv", "--graph", turtle(graph))
    assert b"\r" not in result.stdout_bytes
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    with (graph / "claims.csv").open(encoding="utf-8", newline="") as file:
        built = list(csv.DictReader(file))
    for row, one in zip(rows, built, strict=True):
        # The corpus written by hand says of two claims where they come from, the query of all.
        assert row == one | {"origin": one["origin"] or row["origin"]}
    assert [row["claim"] for row in rows][:2] == ["c1f0a1", "c2f0b2"]


def test_json_is_the_sparql_results_format(kg, graph):
    out = kg("query", "denials", "--format", "json", "--graph", turtle(graph)).stdout
    assert json.loads(out)["results"]["bindings"]


def test_a_query_from_standard_input_and_from_a_file(kg, graph, tmp_path):
    (tmp_path / "mine.rq").write_text(SELECT)
    arguments = ("--format", "csv", "--graph", turtle(graph))
    piped = kg("query", "-", *arguments, input=SELECT)
    filed = kg("query", tmp_path / "mine.rq", *arguments)
    assert piped.stdout == filed.stdout
    assert "claim/c1f0a1" in piped.stdout


def test_a_query_answers_as_the_corpus_stood_that_day(kg, graph):
    asked = ("query", "claims", "--format", "csv", "--graph", turtle(graph))
    then = csv.DictReader(io.StringIO(kg(*asked, "--as-of", "2021-03-31").stdout))
    assert {row["article"] for row in then} == {"border report"}
    early = kg(*asked, "--as-of", "2020-01-01")
    assert early.exit_code == 2
    assert "2021-03-02" in early.stderr
    assert kg(*asked, "--as-of", "yesterday").exit_code == 2


def test_a_construct_gives_turtle(kg, graph):
    out = kg("query", "-", "--format", "ttl", "--graph", turtle(graph), input=CONSTRUCT).stdout
    assert "@prefix" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("query", "contestd"), "Did you mean contested?"),
        (("query",), "--list"),
        (("query", "claims", "--format", "xml"), "xml"),
        (("query", "claims", "--format", "ttl"), "CONSTRUCT"),
        (("show", "no-such-claim"), "no claim has an id"),
        (("show",), "Missing argument"),
        (("nonsense",), "No such command"),
    ],
)
def test_a_wrong_call_ends_with_2_and_one_message_on_stderr(kg, graph, arguments, message):
    named = ("--graph", turtle(graph)) if len(arguments) > 1 else ()
    result = kg(*arguments, *named)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_broken_sparql_is_said(kg, graph):
    result = kg("query", "-", "--graph", turtle(graph), input="SELECT ?s WHERE { ?s }")
    assert result.exit_code == 2
    assert "line 1, column 22: found '}'" in result.stderr


def test_a_query_that_runs_away_ends_at_its_limit(kg, graph):
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    result = kg("query", "-", "--timeout", "0.5", "--graph", turtle(graph), input=runaway)
    assert result.exit_code == 2
    assert "0.5 seconds" in result.stderr


@pytest.mark.parametrize("command", [("query", "claims"), ("show", "c1"), ("draw",), ("check",)])
def test_a_missing_graph_is_said(kg, tmp_path, command):
    result = kg(*command, "--graph", tmp_path / "none.ttl")
    assert result.exit_code == 2
    assert "none.ttl" in result.stderr
    assert result.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_show_marks_the_quote_in_its_sentence_and_names_the_other_side(kg, graph):
    out = kg("show", "c1f0", "--graph", turtle(graph)).stdout
    assert "said on Monday that »Eritrea had sent" in out
    assert "Tigray«." in out
    assert "Nordic Wire, 2021-03-02" in out
    assert "Who denies it" in out
    assert "Eritrea (ERI), actual: “Eritrea denied the reports”" in out


def test_show_tells_who_read_it_and_with_what_certainty(kg, graph):
    lines = kg("show", "c1f0a1", "--graph", turtle(graph)).stdout.splitlines()
    assert "  read_by        lexicon, taught" in lines
    assert "  certainty      0.8" in lines
    alone = kg("show", "c2f0b2", "--graph", turtle(graph)).stdout
    assert "  read_by        lexicon\n" in alone
    assert "certainty" not in alone


def test_show_takes_an_iri(kg, graph):
    iri = "https://w3id.org/statecraft/id/claim/c1f0a1"
    by_id = kg("show", "c1f0a1", "--graph", turtle(graph)).stdout
    assert kg("show", iri, "--graph", turtle(graph)).stdout == by_id
    assert kg("show", "claim:c1f0a1", "--graph", turtle(graph)).stdout == by_id


def test_show_without_the_texts_shows_the_quote(kg, graph, tmp_path):
    shutil.copy(turtle(graph), tmp_path)
    out = kg("show", "c1f0a1", "--graph", tmp_path / "graph.ttl").stdout
    assert "»Eritrea had sent" in out
    assert "said on Monday that" not in out


def test_draw_makes_the_page_of_the_build(kg, graph, tmp_path):
    shutil.copy(turtle(graph), tmp_path)
    shutil.copytree(graph / "articles", tmp_path / "articles")  # sentences stand in them
    result = kg("draw", "--graph", tmp_path / "graph.ttl")
    assert str(tmp_path / "graph.html") in result.stdout
    assert (tmp_path / "graph.html").read_bytes() == (graph / "graph.html").read_bytes()
    kg("draw", "--graph", tmp_path / "graph.ttl", "--out", tmp_path / "sub" / "page.html")
    assert (tmp_path / "sub" / "page.html").is_file()


def test_a_check_of_a_sound_graph_passes_also_without_java(kg, graph, monkeypatch):
    monkeypatch.setattr(reasoner.shutil, "which", lambda name: None)
    result = kg("check", "--graph", turtle(graph))
    assert result.exit_code == 0, result.output
    assert "Java" in result.stdout


def test_a_failed_check_ends_with_1_and_says_what_fails(kg, graph, tmp_path, monkeypatch):
    monkeypatch.setattr(reasoner.shutil, "which", lambda name: None)
    broken = tmp_path / "graph.ttl"
    data = turtle(graph).read_text().replace("sc:stance sc:denies", "sc:stance sc:asserts")
    assert data != turtle(graph).read_text()
    broken.write_text(data.replace('sc:quote "Eritrea denied the reports"', 'sc:quote ""'))
    result = kg("check", "--graph", broken)
    assert result.exit_code == 1
    assert "failed" in result.stdout
    assert result.stderr


def test_a_query_takes_its_parameters_as_options(kg, graph):
    given = ("--graph", turtle(graph), "--format", "csv")
    denied = kg("query", "deployments", *given, "--claimant", "ERI").stdout
    assert "Eritrea denied the reports" in denied
    assert "Norway has not confirmed" not in denied
    assert kg("query", "deployments", "--claimant=ERI", *given).stdout == denied


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--acter", "ERI"), "There are: actor, claimant"),
        (("--actor",), "--actor needs a value"),
        (("ERI",), "'ERI' is no parameter"),
    ],
)
def test_what_is_no_parameter_is_refused(kg, graph, words, told):
    result = kg("query", "deployments", "--graph", turtle(graph), *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_the_list_tells_what_may_be_given(kg):
    assert "--actor" in kg("query", "--list").stdout


def test_version(kg):
    assert kg("version").stdout == f"statecraft {version('statecraft')}\n"


def test_help_loads_no_library_that_is_slow(kg):
    """rich, rdflib, pyoxigraph and spaCy take ten times longer to load than all else."""
    code = "import sys, kg.cli.main; print(*sorted(m for m in sys.modules if '.' not in m))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    slow = {"rich", "rdflib", "pyoxigraph", "spacy", "networkx", "pyshacl", "owlready2", "numpy"}
    assert slow & set(run.stdout.split()) == set()


def test_a_reader_that_stops_early_sees_no_error(graph):
    code = "from kg.cli.main import run; run()"
    command = [sys.executable, "-c", code, "query", "-", "--format", "csv", "--graph", "graph.ttl"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=graph, env=env, **pipes) as process:
        process.stdout.close()
        process.stdin.write(b"SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }")
        process.stdin.close()
        assert process.stderr.read() == b""
