import shutil
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOK = ROOT / "notebooks" / "walkthrough.ipynb"


def test_the_walkthrough_runs_from_end_to_end(tmp_path):
    """In a copy, so that the graph it builds is not left in the checkout."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "notebooks").mkdir()
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    resources = {"metadata": {"path": str(tmp_path / "notebooks")}}
    NotebookClient(notebook, timeout=300, resources=resources).execute()
    assert (tmp_path / "graph" / "graph.ttl").is_file()
    drawn = notebook.cells[-1].outputs[0].data["text/html"]
    assert "<iframe" in drawn


def test_no_outputs_are_stored():
    for cell in nbformat.read(NOTEBOOK, as_version=4).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
