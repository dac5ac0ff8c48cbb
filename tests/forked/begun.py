"""Programs that begin at once, for tests that start many of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import outside
from tests.forked import client

KERNELS = "kernels"
"""The folder in that of the programs where Jupyter finds them by JUPYTER_PATH."""
LONGEST = 100
"""Bytes of the path of a socket; systems allow few more."""


def possible(folder: Path) -> bool:
    """Whether this system tells of the end of a fork, and has a socket in `folder`."""
    return hasattr(os, "pidfd_open") and len(os.fsencode(folder / client.SOCKET)) <= LONGEST


@contextmanager
def found(folder: Path) -> Iterator[None]:
    """What pages and notebooks start meanwhile is looked for in `folder` first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outside, "PROGRAMS", (folder, *outside.PROGRAMS))
        patch.setenv("JUPYTER_PATH", str(folder), prepend=os.pathsep)
        yield


def begin(folder: Path) -> None:
    """Put into `folder` a program `kg` and a kernel, both forked from one process.

    That ends with the tests: with the process that has started this one, where pytest-xdist has.
    Nothing is put there where the system does not allow it.
    """
    folder.mkdir()
    if not possible(folder):
        return
    source = Path(client.__file__).read_text(encoding="utf-8")
    for name in ("kg", "kernel"):
        (folder / name).write_text(f"#!{sys.executable} -IS\n{source}", encoding="utf-8")
        (folder / name).chmod(0o755)
    kernel = folder / KERNELS / "python3" / "kernel.json"
    kernel.parent.mkdir(parents=True)
    called = {"argv": ["kernel", "-f", "{connection_file}"], "display_name": "", "language": ""}
    kernel.write_text(json.dumps(called), encoding="utf-8")
    lasting = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()
    subprocess.run(
        [sys.executable, "-m", "tests.forked.server", folder, str(lasting)],
        cwd=Path(__file__).parents[2], start_new_session=True, check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
