"""Trees that part made-up rows, and the same chances from the graph that ships."""

import random

import numpy
import pytest

lightgbm = pytest.importorskip("lightgbm", reason="pip install 'statecraft[training]'")
pytest.importorskip("onnx", reason="pip install 'statecraft[training]'")

from kg.extract.propose.trees import Trees  # noqa: E402
from kg.training.claims import trees  # noqa: E402

NAMES = ("far", "near")


def rows(many=600):
    made = random.Random(7)
    return [{"near": made.random(), "far": made.random(), "odd": 1.0} for _ in range(many)]


def table(given):
    return numpy.array([[row[name] for name in NAMES] for row in given], dtype=numpy.float32)


def graph(tmp_path, found):
    path = tmp_path / "slot.onnx"
    path.write_bytes(found)
    return Trees(path, NAMES)


def test_what_was_shown_is_learned(tmp_path):
    given = rows()
    right = [row["near"] > 0.5 and row["far"] < 0.7 for row in given]
    found = graph(tmp_path, trees.grown(given, right, [1.0] * len(given), NAMES))
    yes, no, missing = found.chances([{"near": 0.9, "far": 0.1}, {"near": 0.1}, {}])
    assert yes > 0.95
    assert no < 0.05
    assert missing == found.chances([{"near": 0.0, "far": 0.0}])[0]


def test_the_graph_says_what_the_trees_say(tmp_path):
    given = rows()
    right = [(row["near"] + row["far"]) % 0.4 > 0.2 for row in given]
    told = lightgbm.Dataset(table(given), label=list(map(float, right)))
    grown = lightgbm.train({"objective": "binary", "verbose": -1, "num_threads": 1}, told, 40)
    found = graph(tmp_path, trees.written(grown.dump_model()["tree_info"], len(NAMES)))
    asked = rows(50)
    wanted = grown.predict(table(asked))
    assert found.chances(asked) == pytest.approx(list(wanted), abs=1e-5)


def test_the_same_rows_give_the_same_bytes():
    given = rows(200)
    right = [row["near"] > 0.5 for row in given]
    counts = [1.0] * len(given)
    assert trees.grown(given, right, counts, NAMES) == trees.grown(given, right, counts, NAMES)


def test_rows_that_count_more_weigh_more(tmp_path):
    given = [{"near": 1.0}] * 100
    right = [True] * 50 + [False] * 50
    found = graph(tmp_path, trees.grown(given, right, [9.0] * 50 + [1.0] * 50, NAMES))
    assert found.chances(given[:1])[0] == pytest.approx(0.9, abs=0.05)
