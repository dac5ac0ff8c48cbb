"""Programs that tests need and Python does not bring."""

from __future__ import annotations

import os
import shutil

import pytest


def need(program: str, package: str) -> str:
    """Path of `program`; without it the test is skipped, but fails on continuous integration."""
    found = shutil.which(program)
    if found:
        return found
    reason = f"{program} was not found: install {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
