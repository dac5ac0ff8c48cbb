"""Each notebook is run once in a run of the tests, on the seeds' graph that the tests share."""

import shutil
from collections.abc import Callable

import nbformat
import pytest
from nbformat import NotebookNode

from tests.forked.begun import found
from tests.notebooks import running
from tests.once import once


@pytest.fixture(scope="session")
def followed(tmp_path_factory, seeds_graph, programs) -> Callable[[str], NotebookNode]:
    """From the name of a notebook to what it shows now."""

    def run(name: str) -> NotebookNode:
        path = running.FOLDER / f"{name}.ipynb"

        def make(out):
            folder = running.checkout(tmp_path_factory.mktemp("checkout"))
            shutil.copytree(seeds_graph, folder / "dist" / "seeds", symlinks=True)
            with found(programs):
                nbformat.write(running.run(path, folder), out)

        return running.read(once(tmp_path_factory, path.name, make))

    return run
