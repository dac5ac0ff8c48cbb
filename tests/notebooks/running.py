"""The notebooks, run in a copy of the checkout: what they show, and how it is kept.

Kept outputs hold nothing that differs from run to run: no counts of executions, no metadata. The
page is a megabyte, so that what is kept of it is its path alone.
"""

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from unittest.mock import patch

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from tests.outside import search

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "notebooks"
NEEDED = ("kg", "ontology", "queries", "seeds")
"""What the notebooks read or copy."""
SECONDS = 300
"""That a cell may take."""
FRAME = "<iframe"
_LABELS = re.compile(r'(?<=aria-label=")[^"]*(?=")|(?<=>)[^<]+(?=</text>)')
"""What a chart says of each of its marks, and its words."""


def notebooks() -> list[Path]:
    """In the order in which they are read."""
    return sorted(FOLDER.glob("*.ipynb"))


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def checkout(folder: Path) -> Path:
    """Copy into `folder` what the notebooks need, so that they leave nothing in the checkout."""
    for name in NEEDED:
        shutil.copytree(ROOT / name, folder / name)
    (folder / "notebooks").mkdir()
    return folder


def run(path: Path, folder: Path) -> NotebookNode:
    """The notebook with what it shows when it is run in `folder`, as `kept` leaves it."""
    notebook = read(path)
    with patch.dict(os.environ, {"PATH": search()}):
        resources = {"metadata": {"path": str(folder / "notebooks")}}
        NotebookClient(notebook, timeout=SECONDS, resources=resources).execute()
    return kept(notebook)


def kept(notebook: NotebookNode) -> NotebookNode:
    """The notebook without what differs from run to run."""
    notebook.metadata.language_info = NotebookNode(name="python")
    for cell in notebook.cells:
        cell.metadata = NotebookNode()
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [_bare(output) for output in _joined(cell.outputs)]
    return notebook


def _joined(outputs: Iterable[NotebookNode]) -> list[NotebookNode]:
    """A stream arrives in pieces, cut where the kernel happened to be."""
    found: list[NotebookNode] = []
    for output in outputs:
        last = found[-1] if found else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            found.append(output)
    return found


def _bare(output: NotebookNode) -> NotebookNode:
    if output.output_type == "stream":
        return output
    output.metadata = NotebookNode()
    if "execution_count" in output:
        output.execution_count = None
    if FRAME in output.data.get("text/html", ""):
        del output.data["text/html"]
    return output


def told(notebook: NotebookNode) -> list[str]:
    """What each output says: printed words, tables, and of a chart its labels, not its strokes.

    Where strokes and letters fall depends on the fonts of a machine.
    """
    return [
        words
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        for words in _words(output)
    ]


def _words(output: NotebookNode) -> Iterable[str]:
    if output.output_type == "stream":
        yield output.text
        return
    for kind, shown in sorted(output.data.items()):
        if kind == "image/svg+xml":
            yield "\n".join(sorted(_LABELS.findall(shown)))
        elif kind == "text/html" or len(output.data) == 1:  # else plain text says it again
            yield shown
