"""Graphs in ONNX as they run here: on one core, by one thread, so that they give the same bytes."""

from __future__ import annotations

from pathlib import Path

import onnxruntime

from kg.errors import ModelError
from kg.extract.propose.card import REMEDY


def session(path: Path) -> onnxruntime.InferenceSession:
    """The graph in the file `path`; ModelError where it is missing or cannot be loaded."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own for each fault
        raise unfit(path, error) from error


def unfit(path: Path, error: Exception) -> ModelError:
    """What to raise where a file of the taught reader cannot be loaded."""
    return ModelError(str(path), f"the taught reader cannot load it ({error})", REMEDY)
