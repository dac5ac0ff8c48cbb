"""The graphs that ship are those that are made of the pipeline beside them, and hold no weights."""

import pytest
import spacy

onnx = pytest.importorskip("onnx", reason="pip install 'statecraft[training]'")

from kg.language.pipeline import _BUNDLED  # noqa: E402  # what needs onnx comes behind it
from kg.language.vectors import MOVING, WORDS, graph_of  # noqa: E402
from kg.training.parser.graphs import write  # noqa: E402

NAMES = (WORDS, *map(graph_of, MOVING))


def test_the_graphs_that_ship_are_those_of_the_pipeline(tmp_path):
    write(spacy.load(_BUNDLED), tmp_path)
    for name in NAMES:
        assert onnx.load(tmp_path / name, load_external_data=False).graph == (
            onnx.load(_BUNDLED / name, load_external_data=False).graph
        )


@pytest.mark.parametrize("name", NAMES)
def test_graphs_are_small_for_the_weights_are_those_of_the_pipeline(name):
    assert (_BUNDLED / name).stat().st_size < 10_000
