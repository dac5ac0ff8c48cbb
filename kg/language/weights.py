"""The weights of a pipeline's dense layers by name, laid out as the graphs beside it take them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Weights = dict[str, Array]
Layer = Any  # thinc's `Model`, whose types know neither numpy's arrays nor which layers it has


def of_words(model: Layer) -> Weights:
    """What makes vectors of words: 'spelling' mixes its parts, 'layer 1' and on see neighbours."""
    embed, encode = model.layers
    found = dict(_maxout("spelling", embed.layers[3]))
    for number, layer in enumerate(encode.layers[0].layers, start=1):
        found |= _maxout(f"layer {number}", layer)
    return found


def of_moves(model: Layer) -> Weights:
    """What makes sums for the moves of a component: 'blank' stands where a state has no word."""
    narrow, each, *_ = model.layers
    first, weights = narrow.layers[-1], each.get_param("W")
    return _laid_out(
        {
            "first": first.get_param("W").T,
            "first bias": first.get_param("b"),
            "each": weights.reshape(-1, weights.shape[-1]).T,
            "blank": each.get_param("pad").reshape(1, -1),
        }
    )


def _maxout(name: str, layer: Layer) -> Weights:
    """A maxout and the norm behind it, one piece after the other."""
    (dense,) = (node for node in layer.walk() if node.name == "maxout")
    (norm,) = (node for node in layer.walk() if node.name == "layernorm")
    weights = dense.get_param("W")
    return _laid_out(
        {
            f"{name} dense": weights.transpose(2, 1, 0).reshape(weights.shape[-1], -1),
            f"{name} bias": dense.get_param("b").T.reshape(-1),
            f"{name} scale": norm.get_param("G"),
            f"{name} shift": norm.get_param("b"),
        }
    )


def _laid_out(weights: Weights) -> Weights:
    return {name: np.ascontiguousarray(value) for name, value in weights.items()}
