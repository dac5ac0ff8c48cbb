"""The notebooks are run once for all tests, in one copy of the checkout that they share."""

from collections.abc import Callable
from functools import cache

import pytest
from nbformat import NotebookNode

from tests.notebooks import running


@pytest.fixture(scope="session")
def followed(tmp_path_factory) -> Callable[[str], NotebookNode]:
    """From the beginning of a notebook's name to what it shows now; run when first asked for."""
    folder = running.checkout(tmp_path_factory.mktemp("checkout"))

    @cache
    def run(name: str) -> NotebookNode:
        (path,) = running.FOLDER.glob(f"{name}*.ipynb")
        return running.run(path, folder)

    return run
