"""The dense layers of the bundled pipeline, run by onnxruntime beside spaCy's own parser.

thinc multiplies matrices three times slower than onnxruntime, and layer by layer. What a word's
vector is before its neighbours are seen follows from its spelling alone, and is kept. The parse is
that of spaCy's layers, but for the order of sums in the seventh digit; rows do not depend on which
others are computed beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, noop

from kg.errors import ModelError
from kg.language import weights
from kg.language.weights import Array, Layer, Weights

WORDS = "words.onnx"
MOVING = ("parser", "ner")
"""Components that move from word to word; each has a graph of its name."""
_KEPT = 20_000
"""Spellings whose vectors are kept: 10 MB, and nearly all words of a day's news."""


def graph_of(name: str) -> str:
    """The file with the graph of the component `name`."""
    return f"{name}.onnx"


def quicken(nlp: Language, folder: Path) -> None:
    """Let the graphs of `folder` do the work of `nlp`'s own layers; ModelError if they are lost."""
    words: Any = nlp.get_pipe("tok2vec")
    graph = _graph(folder / WORDS, weights.of_words(words.model))
    words.model = _Vectors(words.model, graph).model()
    for name in MOVING:
        model: Layer = nlp.get_pipe(name).model  # type: ignore[attr-defined]
        graph = _graph(folder / graph_of(name), weights.of_moves(model))
        model.layers[0].layers[-1] = noop()  # the graph begins with it
        model.layers[1] = _moves(model.layers[1], graph)


class _Vectors:
    """Vectors of the words of paragraphs, each paragraph for itself."""

    def __init__(self, slow: Layer, graph: _Graph) -> None:
        embed = slow.layers[0]
        self._columns: list[int | str] = embed.layers[0].attrs["columns"]
        self._rows: Layer = embed.layers[2]
        self._width: int = slow.get_dim("nO")
        self._between: int = slow.layers[1].attrs["pad"]
        """Blank rows that keep paragraphs apart: one for each layer, which looks one word aside."""
        self._graph = graph
        self._kept: dict[tuple[int, ...], Array] = {}

    def model(self) -> Layer:
        """It as a layer of thinc, for prediction alone."""

        def forward(model: Layer, docs: Sequence[Doc], is_train: bool) -> tuple[list[Array], Any]:
            return self.of(docs), None

        return Model("words", forward, dims={"nO": self._width})

    def of(self, docs: Sequence[Doc]) -> list[Array]:
        """A row for each token of each of `docs`."""
        spellings = [list(map(tuple, doc.to_array(self._columns).tolist())) for doc in docs]
        met = dict.fromkeys(s for doc in spellings for s in doc)
        known = {s: self._kept[s] for s in met if s in self._kept}
        new = [s for s in met if s not in known]
        row = {s: n for n, s in enumerate((*known, *new), start=1)}
        blank = [0] * self._between
        places = [*blank, *(n for doc in spellings for n in (*map(row.__getitem__, doc), *blank))]
        given = {
            "rows": self._rows.predict(np.array(new, dtype=np.uint64).reshape(-1, 4)),
            "known": np.array([*known.values()], dtype=np.float32).reshape(-1, self._width),
            "at": np.array(places, dtype=np.int64),
        }
        vectors, states = self._graph.run(given)
        self._keep(new, vectors)
        starts = np.cumsum([len(blank), *(len(doc) + len(blank) for doc in docs)])
        return [states[s : s + len(doc)] for s, doc in zip(starts, docs, strict=False)]

    def _keep(self, spellings: Sequence[tuple[int, ...]], vectors: Array) -> None:
        if len(self._kept) + len(spellings) > _KEPT:
            self._kept.clear()
        self._kept.update(zip(spellings[:_KEPT], vectors, strict=False))


def _moves(slow: Layer, graph: _Graph) -> Layer:
    """The layer that computes what each word adds to each place of a state."""

    def forward(model: Layer, states: Array, is_train: bool) -> tuple[Array, Any]:
        (sums,) = graph.run({"states": states})
        return sums, None

    params: dict[str, Any] = {name: slow.get_param(name) for name in slow.param_names}
    return Model("moves", forward, dims={d: slow.get_dim(d) for d in slow.dim_names}, params=params)


@dataclass(frozen=True, slots=True)
class _Graph:
    """A loaded graph, with the weights that it reads where they lie."""

    session: onnxruntime.InferenceSession
    weights: Weights

    def run(self, given: Mapping[str, NDArray[Any]]) -> list[Array]:
        """Its outputs, in order."""
        made: list[Array] = self.session.run(None, given)
        return made


def _graph(path: Path, given: Weights) -> _Graph:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(value) for value in given.values()]
    options.add_external_initializers([*given], values)
    try:
        session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own for each fault
        rule = f"the pipeline's graph cannot be loaded ({error})"
        raise ModelError(str(path), rule, "Install statecraft again.") from error
    return _Graph(session, given)
