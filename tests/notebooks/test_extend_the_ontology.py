"""Followed word by word, the notebook gives a working class, and shows what it says it shows."""

import os
import re
import shutil
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "05-extend-the-ontology.ipynb"


def printed(notebook) -> list[str]:
    return ["".join(part.get("text", "") for part in c.get("outputs", [])) for c in notebook.cells]


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The notebook run in a copy of the checkout."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("kg", "ontology", "queries"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "notebooks").mkdir()
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", path)
        resources = {"metadata": {"path": str(folder / "notebooks")}}
        NotebookClient(notebook, timeout=300, resources=resources).execute()
    return notebook


def test_the_new_class_is_found_declared_broken_and_denied(followed):
    told = printed(followed)[-2]
    for row in (
        r"Chad +starts +asserts +the article",
        r"Uganda +ends +asserts +Kenya",
        r"Norway +ends +denies +Norway",
    ):
        assert re.search(row, told), told


def test_what_it_keeps_is_what_it_prints(followed):
    """Where it changed for good reason, run the notebook and keep its outputs."""
    assert printed(followed) == printed(nbformat.read(NOTEBOOK, as_version=4))


def test_it_needs_no_python():
    cells = [c.source for c in nbformat.read(NOTEBOOK, as_version=4).cells if c.cell_type == "code"]
    assert all(source.startswith(("%%bash", "%cd", "%env")) for source in cells)
