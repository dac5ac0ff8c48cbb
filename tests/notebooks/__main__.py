"""Runs the notebooks and keeps what they show: `python -m tests.notebooks [NAME...]`.

A name is the beginning of a file's: `python -m tests.notebooks 03`.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat

from tests.notebooks import running


def renew(names: tuple[str, ...] = ("",)) -> None:
    """Run those whose name begins with one of `names`, and keep what they show now."""
    with TemporaryDirectory() as made:
        folder = running.checkout(Path(made))
        for path in running.notebooks():
            if path.name.startswith(names):
                nbformat.write(running.run(path, folder), path)


if __name__ == "__main__":
    renew(tuple(sys.argv[1:]) or ("",))
