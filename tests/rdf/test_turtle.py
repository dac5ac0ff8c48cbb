import os
import random
import subprocess
import sys
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.rdf import iris
from kg.rdf.graph import to_rdflib
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import PREFIXES, turtle, write_turtle
from tests.outside import need
from tests.rdf.corpus import CORPUS

ROOT = Path(__file__).parents[2]
EXPORT = turtle(inferred(triples(CORPUS)))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_corpus_makes_no_difference(seed):
    chance = random.Random(seed)
    shuffled = {
        field.name: tuple(chance.sample(value, len(value)))
        for field in fields(CORPUS)
        if isinstance(value := getattr(CORPUS, field.name), tuple)
    }
    assert turtle(inferred(triples(replace(CORPUS, **shuffled)))) == EXPORT


def test_the_hash_seed_makes_no_difference():
    program = (
        "import sys; from tests.rdf.corpus import CORPUS; from kg.rdf.infer import inferred;"
        "from kg.rdf.triples import triples; from kg.rdf.turtle import turtle;"
        "sys.stdout.buffer.write(turtle(inferred(triples(CORPUS))))"
    )
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=True,
        )
        assert sha256(done.stdout).hexdigest() == sha256(EXPORT).hexdigest(), seed


def test_the_file_reads_as_the_graph():
    assert isomorphic(Graph().parse(data=EXPORT, format="turtle"), to_rdflib(CORPUS))


def test_prefixes_are_sorted_and_subjects_stand_apart():
    head, *blocks = EXPORT.decode().rstrip("\n").split("\n\n")
    assert head.splitlines() == sorted(head.splitlines())
    assert len(head.splitlines()) == len(PREFIXES)
    subjects = [block.split(" ")[0] for block in blocks]
    assert len(set(subjects)) == len(subjects)
    assert all(block.split(" ")[1] == "a" for block in blocks)  # its types come first


def test_text_with_every_trap_of_turtle_survives():
    words = 'a "quote"\n\n@prefix x: <y> .\n\tline \\ end \u2028 é 𝒳 \x07'
    node = URIRef("https://w3id.org/statecraft/id/claim/x")
    triple = (node, URIRef("https://w3id.org/statecraft/ontology#cue"), Literal(words))
    assert list(Graph().parse(data=turtle([triple]), format="turtle")) == [triple]


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_survives(words):
    node = URIRef("https://w3id.org/statecraft/id/claim/x")
    triple = (node, URIRef("https://w3id.org/statecraft/ontology#cue"), Literal(words))
    [quad] = ox.parse(input=turtle([triple]), format=ox.RdfFormat.TURTLE)
    assert quad.object == ox.Literal(words)


def test_rdflib_reads_a_name_that_ends_in_a_dot():
    told = {(iris.place("Aton, A.C."), RDFS.label, Literal("Aton"))}
    assert set(Graph().parse(data=turtle(told), format="turtle")) == told


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "graph.ttl"
    write_turtle(inferred(triples(CORPUS)), path)
    assert path.read_bytes() == EXPORT
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_older_file(tmp_path, monkeypatch):
    path = tmp_path / "graph.ttl"
    path.write_text("older")

    def full(*_args):
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space"):
        write_turtle(triples(CORPUS), path)
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_an_independent_parser_reads_the_same_triples(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_bytes(EXPORT)
    done = subprocess.run(
        [need("rapper", "raptor2-utils"), "-q", "-i", "turtle", "-o", "ntriples", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert isomorphic(Graph().parse(data=done.stdout, format="nt"), to_rdflib(CORPUS))
