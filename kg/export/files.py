"""An export on disk: whole or not there, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from kg.export.formats import Format


def place(form: Format, graph: Path) -> Path:
    """Where an export lies unless told: beside its Turtle, under its name."""
    return graph.with_name(f"{graph.stem}{form.ending}" if form.ending else form.name)


def export(form: Format, graph: Path, out: Path) -> list[Path]:
    """Export the graph of a Turtle file to the file or, for tables, the folder `out`.

    Gives what was written. Raises GraphError or ExtraError, OSError where nothing can be written.
    """
    if form.tables:
        out.mkdir(parents=True, exist_ok=True)
        return [_put(out / name, content) for name, content in form.files(graph)]
    with _opened(out) as stream:
        form.write(graph, stream)
    return [out]


def _put(path: Path, content: bytes) -> Path:
    with _opened(path) as stream:
        stream.write(content)
    return path


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name when all of it is there."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
