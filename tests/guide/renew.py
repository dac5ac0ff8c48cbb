"""README.md and the guide with everything in them that the program prints or tells of itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import kg
from tests.guide.blocks import GUIDE, ROOT, pages, ran, runs
from tests.guide.parts import renewed
from tests.guide.pdf import pdf


def prepare(folder: Path, graph: Path) -> Path:
    """`folder` with the seeds, a copy of their graph and a PDF."""
    (folder / "papers").mkdir(parents=True)
    told = "Eritrea sent troops to Tigray, Kenya said."
    (folder / "papers" / "border.pdf").write_bytes(pdf(told))
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copytree(graph, folder / "graph", symlinks=True)
    return folder


@contextmanager
def copied(prepared: Path) -> Iterator[Path]:
    """A copy for one page, whose commands may write into it."""
    with TemporaryDirectory() as made:
        folder = Path(made) / "page"
        shutil.copytree(prepared, folder, symlinks=True)
        yield folder


def renew() -> None:
    """Make the pages again, each in a folder of its own, from the seeds as they are read now."""
    kg.build(ROOT / "seeds", out=ROOT / "graph")
    seeds = kg.open(ROOT / "graph")
    with TemporaryDirectory() as made:
        prepared = prepare(Path(made) / "prepared", ROOT / "graph")
        for page in pages():
            text = page.read_text(encoding="utf-8")
            if page.parent == GUIDE:
                text = renewed(text, seeds)
            if runs(text):
                with copied(prepared) as folder:
                    text = ran(text, folder)
            page.write_text(text, encoding="utf-8")
