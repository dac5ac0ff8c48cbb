"""Boosted trees of LightGBM, grown from numbers by name and written as one ONNX graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

_SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 32,
    "min_data_in_leaf": 30,
    "lambda_l2": 1.0,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "deterministic": True,
    "force_row_wise": True,  # without it, what is quicker on the day decides, and with it sums
    "num_threads": 1,
    "seed": 0,
    "verbose": -1,
}
_TREES = 250
"""Of ten settings tried by the loss on texts kept apart none of three others that grow on parts
of the numbers and rows was better for both slots (0.1031 and 0.1011; with all of them 0.1043 and
0.1046)."""
_OPSETS = (("", 17), ("ai.onnx.ml", 3))
_IR = 8
"""Formats that onnxruntime has read since 2022."""


def grown(
    rows: Sequence[Mapping[str, float]],
    right: Sequence[bool],
    counts: Sequence[float],
    names: Sequence[str],
) -> bytes:
    """Trees that tell which of `rows` are `right`, as ONNX; each row `counts` so much.

    Only numbers in `names` are seen; one that a row lacks is 0.
    """
    place = {name: n for n, name in enumerate(names)}
    given = np.zeros((len(rows), len(names)), dtype=np.float32)
    for line, row in enumerate(rows):
        for name in row.keys() & place.keys():
            given[line, place[name]] = row[name]
    told = lightgbm.Dataset(given, label=np.array(right, dtype=float), weight=np.array(counts))
    trees = lightgbm.train(_SETTINGS, told, _TREES)
    return written(trees.dump_model()["tree_info"], len(names))


def written(trees: Sequence[Mapping[str, Any]], width: int) -> bytes:
    """`trees` as LightGBM tells them, over `width` columns, as ONNX: chances of no and of yes."""
    nodes = [node for n, tree in enumerate(trees) for node in _nodes(n, tree["tree_structure"])]
    leaves = [node for node in nodes if node["mode"] == "LEAF"]
    ensemble = helper.make_node(
        "TreeEnsembleClassifier",
        ["rows"],
        ["label", "chances"],
        domain="ai.onnx.ml",
        nodes_treeids=[node["tree"] for node in nodes],
        nodes_nodeids=[node["id"] for node in nodes],
        nodes_featureids=[node["column"] for node in nodes],
        nodes_values=[node["value"] for node in nodes],
        nodes_modes=[node["mode"] for node in nodes],
        nodes_truenodeids=[node["yes"] for node in nodes],
        nodes_falsenodeids=[node["no"] for node in nodes],
        class_treeids=[leaf["tree"] for leaf in leaves],
        class_nodeids=[leaf["id"] for leaf in leaves],
        class_ids=[1] * len(leaves),
        class_weights=[leaf["weight"] for leaf in leaves],
        classlabels_int64s=[0, 1],
        post_transform="LOGISTIC",
    )
    graph = helper.make_graph(
        [ensemble],
        "trees",
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, [None, width])],
        [
            helper.make_tensor_value_info("label", TensorProto.INT64, [None]),
            helper.make_tensor_value_info("chances", TensorProto.FLOAT, [None, 2]),
        ],
    )
    opsets = [helper.make_opsetid(domain, number) for domain, number in _OPSETS]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _nodes(tree: int, root: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The nodes of one tree, numbered as they are met."""
    ahead, number = [(0, root)], 0
    while ahead:
        here, node = ahead.pop()
        if "leaf_value" in node:
            yield _node(tree, here, weight=node["leaf_value"])
            continue
        yes, no = number + 1, number + 2
        number += 2
        yield _node(
            tree,
            here,
            column=node["split_feature"],
            value=float(_below(node["threshold"])),
            mode="BRANCH_LEQ",
            yes=yes,
            no=no,
        )
        ahead += [(yes, node["left_child"]), (no, node["right_child"])]


def _node(tree: int, number: int, **told: float | str) -> dict[str, Any]:
    plain = {"column": 0, "value": 0.0, "mode": "LEAF", "yes": 0, "no": 0, "weight": 0.0}
    return {"tree": tree, "id": number, **plain, **told}


def _below(threshold: float) -> np.float32:
    """The largest number of 32 bits that is not above `threshold`: it parts rows the same way."""
    near = np.float32(threshold)
    least: NDArray[np.float32] = np.nextafter(near, np.float32(-np.inf))
    return near if float(near) <= threshold else np.float32(least)
