"""The one finder of what ships as data: in a checkout, and in an installed package."""

from __future__ import annotations

from pathlib import Path

from kg.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


def package() -> Path:
    """The folder of this package's code."""
    return _PACKAGE


def _folder(name: str) -> Path:
    for candidate in (_PACKAGE / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise KnowledgeError(name, "this folder ships with the package", "Reinstall statecraft.")


def ontology(*parts: str) -> Path:
    """Path of a file or folder under `ontology/`; KnowledgeError where it is missing."""
    path = _folder("ontology").joinpath(*parts)
    if not path.exists():
        raise KnowledgeError(
            "/".join(("ontology", *parts)), "no such file in ontology/", "Restore it."
        )
    return path


def queries() -> Path:
    """The folder of shipped SPARQL queries."""
    return _folder("queries")


def seeds() -> Path:
    """The folder of articles that the demonstration is built from."""
    return _folder("seeds")
