"""What a build in one process gives, in the forms that a build on Spark has."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from kg.corpus.build import BuildOptions
from kg.corpus.described import described
from kg.link.corpus import link
from kg.model import Article, Corpus, Reading
from kg.rdf.graph import told
from kg.rdf.turtle import turtle
from kg.read.inputs import read
from kg.spark.shards import Task


def corpus(paths: Sequence[Path], options: BuildOptions, task: Task) -> Corpus:
    items = read(paths, options.read)
    outcomes = (task(item) for item in items if isinstance(item, Article))
    linked = link([one for one in outcomes if isinstance(one, Reading)])
    return described(linked, paths, options.description, options.model)


def written(linked: Corpus) -> bytes:
    return turtle(told(linked), linked.base)


def n_triples(data: bytes) -> list[str]:
    triples = ox.parse(data, format=ox.RdfFormat.TURTLE)
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES).decode().splitlines()
    return sorted(lines)
