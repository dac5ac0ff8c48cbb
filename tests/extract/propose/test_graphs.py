"""Graphs that cannot be loaded are an error that says which and what to do."""

import pytest

from kg.errors import ModelError
from kg.extract.propose.graphs import session
from kg.extract.propose.network import BUNDLED


def test_a_graph_is_loaded():
    assert [one.name for one in session(BUNDLED / "actor.onnx").get_outputs()] == [
        "label",
        "chances",
    ]


@pytest.mark.parametrize("content", [None, b"", b"no graph"], ids=["missing", "empty", "broken"])
def test_an_unfit_file_is_said(tmp_path, content):
    path = tmp_path / "actor.onnx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match="cannot load it") as told:
        session(path)
    assert told.value.value == str(path)
    assert "Install statecraft again" in told.value.remedy
