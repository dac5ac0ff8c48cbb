"""Programs that tests need and Python does not bring."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

PROGRAMS: tuple[Path, ...] = (Path(sys.executable).parent,)
"""Folders in which programs are looked for before those of PATH."""


def search() -> str:
    """PATH with `PROGRAMS` before it."""
    return os.pathsep.join((*map(str, PROGRAMS), os.environ["PATH"]))


def need(program: str, package: str) -> str:
    """Path of `program`, beside this Python or on PATH.

    Without it the test is skipped, but fails on continuous integration.
    """
    beside = str(Path(sys.executable).parent)
    found = shutil.which(program, path=beside) or shutil.which(program)
    if found:
        return found
    reason = f"{program} was not found: install {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
