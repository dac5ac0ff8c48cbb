"""What the tests of the pages share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import WITHOUT_TORCH
from tests.guide.renew import prepare

REFUSED = """
import socket

def refuse(*_):
    raise OSError("this asks for the network")

socket.socket.connect = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory, seeds_graph) -> Path:
    """A folder as `prepare` makes it; look, do not write."""
    return prepare(tmp_path_factory.mktemp("guide") / "prepared", seeds_graph)


@pytest.fixture
def offline(tmp_path, monkeypatch) -> None:
    """No Python that a test starts reaches a network."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_TORCH + REFUSED)
    path = os.pathsep.join((str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])))
    monkeypatch.setenv("PYTHONPATH", path)
