"""The dense layers of the pipeline as ONNX graphs, which onnxruntime runs much faster.

`words.onnx` makes the vectors of words from the rows of their spelling; `parser.onnx` and
`ner.onnx` make of them what the parser and the finder of names sum for each of their moves. They
hold no weights: those are the pipeline's own, which `kg.language.weights` names when it is loaded.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import spacy
from onnx import TensorProto, helper, numpy_helper
from spacy.language import Language

from kg.language import weights
from kg.language.vectors import MOVING, WORDS, graph_of
from kg.language.weights import Array, Weights

_OPSET, _FORMAT = 17, 9
_EPSILON = 1e-8
"""What thinc adds to a variance before it divides by it."""


class _Graph:
    """Nodes in the making; what adds one gives the name of its output."""

    def __init__(self, given: Weights) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors = [_elsewhere(name, value) for name, value in given.items()]

    def numbers(self, *value: int) -> str:
        name = f"numbers {len(self.tensors)}"
        self.tensors.append(numpy_helper.from_array(np.array(value), name))
        return name

    def add(self, kind: str, given: Iterable[str], name: str = "", **how: float | list[int]) -> str:
        out = name or f"node {len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(given), [out], **how))
        return out

    def maxout(self, given: str, layer: str, size: int, name: str = "") -> str:
        """The best of each three sums, and the norm behind them."""
        sums = self.add("Gemm", (given, f"{layer} dense", f"{layer} bias"))
        pieces = self.add("Reshape", (sums, self.numbers(-1, 3, size)))
        best = self.add("ReduceMax", (pieces,), axes=[1], keepdims=0)
        scale = (f"{layer} scale", f"{layer} shift")
        return self.add("LayerNormalization", (best, *scale), name, axis=-1, epsilon=_EPSILON)

    def write(self, path: Path, given: dict[str, list[Any]], made: Iterable[str]) -> None:
        """The graph into `path`; `given` are the shapes of its inputs, `at` counts rows."""
        kinds = {"at": TensorProto.INT64}
        inputs = [
            helper.make_tensor_value_info(name, kinds.get(name, TensorProto.FLOAT), shape)
            for name, shape in given.items()
        ]
        outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in made]
        graph = helper.make_graph(self.nodes, path.stem, inputs, outputs, self.tensors)
        opset = helper.make_opsetid("", _OPSET)
        onnx.save(helper.make_model(graph, opset_imports=[opset], ir_version=_FORMAT), path)


def _elsewhere(name: str, value: Array) -> onnx.TensorProto:
    """A tensor that is handed over when the graph is loaded."""
    tensor = onnx.TensorProto(
        name=name,
        dims=value.shape,
        data_type=TensorProto.FLOAT,
        data_location=TensorProto.EXTERNAL,
    )
    tensor.external_data.add(key="location", value="the pipeline")
    return tensor


def write(nlp: Language, folder: Path) -> None:
    """The graphs of `nlp` into `folder`; its layers are those of the recipe."""
    _words(weights.of_words(nlp.get_pipe("tok2vec").model), folder / WORDS)  # type: ignore[attr-defined]
    for name in MOVING:
        model = nlp.get_pipe(name).model  # type: ignore[attr-defined]
        shape = model.layers[1].get_param("W").shape[:-1]
        _moves(weights.of_moves(model), shape, folder / graph_of(name))


def _words(given: Weights, path: Path) -> None:
    """Rows of new words, vectors of known ones and which stands where, to vectors in context."""
    graph = _Graph(given)
    (width,) = given["spelling scale"].shape
    graph.maxout("rows", "spelling", width, "vectors")
    blank = graph.add("ConstantOfShape", (graph.numbers(1, width),))
    table = graph.add("Concat", (blank, "known", "vectors"), axis=0)
    here = graph.add("Gather", (table, "at"), axis=0)
    zero, one, last, end = (graph.numbers(n) for n in (0, 1, -1, 2**40))
    layers = sum(name.startswith("layer") for name in given) // 4
    for number in range(1, layers + 1):
        before = graph.add("Slice", (here, zero, last, zero))
        before = graph.add("Concat", (blank, before), axis=0)
        after = graph.add("Slice", (here, one, end, zero))
        after = graph.add("Concat", (after, blank), axis=0)
        window = graph.add("Concat", (before, here, after), axis=1)
        told = graph.maxout(window, f"layer {number}", width)
        here = graph.add("Add", (here, told), "states" if number == layers else "")
    rows, _ = given["spelling dense"].shape
    shapes = {"rows": ["new", rows], "known": ["known", width], "at": ["words"]}
    graph.write(path, shapes, ["vectors", "states"])


def _moves(given: Weights, shape: tuple[int, ...], path: Path) -> None:
    """Vectors of words to what each adds to a state, for each place of it; the blank word first."""
    graph = _Graph(given)
    here = graph.add("Gemm", ("states", "first", "first bias"))
    each = graph.add("MatMul", (here, "each"))
    table = graph.add("Concat", ("blank", each), axis=0)
    graph.add("Reshape", (table, graph.numbers(-1, *shape)), "sums")
    graph.write(path, {"states": ["words", given["first"].shape[0]]}, ["sums"])


def main() -> None:
    """Write the graphs of the pipeline in a folder beside its weights."""
    parser = ArgumentParser(prog="python -m kg.training.parser.graphs", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="a pipeline that was trained")
    folder = parser.parse_args().folder
    write(spacy.load(folder), folder)


if __name__ == "__main__":
    main()
