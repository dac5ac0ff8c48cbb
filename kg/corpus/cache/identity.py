"""Digests that tell whether something made earlier would come out the same if it were made now.

Digests are of contents and never of times, paths or version numbers alone, so that a checkout, an
installed copy and a copy on another machine agree, and a line changed in place is noticed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import msgspec

from kg.model import Article
from kg.resources import ontology, package, queries

LIBRARIES = ("spacy", "lemminflect", "text2num", "dateparser", "onnxruntime", "tokenizers", "numpy")
"""What decides, beside code and data of this package, which claims an article gives."""
READING_CODE = ("model.py", "extract", "knowledge", "language")
TAUGHT = ("extract", "propose", "model")
"""Where the weights of the taught reader lie in the package."""
WRITING_CODE = (
    "model.py",
    "vocabulary.py",
    "rdf",
    "store",
    "corpus/fragments.py",
    "corpus/rows.py",
)
WRITING_LIBRARIES = ("rdflib", "pyoxigraph")
LINKING_CODE = ("model.py", "link", "knowledge")
LINKING_LIBRARIES = ("rensa", "numpy", "msgspec")
KNOWLEDGE = (".csv", ".toml", ".ttl")


def digest(*parts: bytes) -> str:
    """SHA-256 of `parts`, each told apart from the next, in hexadecimal."""
    told = hashlib.sha256()
    for part in parts:
        told.update(len(part).to_bytes(8))
        told.update(part)
    return told.hexdigest()


def article_key(article: Article, reading: str) -> str:
    """The key of what `article` gives where the pipeline's identity is `reading`.

    All fields count but `source`: the same article in another folder says the same.
    """
    fields = [getattr(article, name) for name in Article.__slots__ if name != "source"]
    return digest(reading.encode(), msgspec.json.encode(fields))


@cache
def reading_identity(model: str | None) -> str:
    """What decides how articles are read: pipeline, code, word lists and libraries, as a digest.

    `model` is the name of an installed spaCy model or its folder; None is the bundled one.
    """
    code = [package() / name for name in READING_CODE]
    return digest(
        files_digest(path for root in code for path in _files(root, (".py",))).encode(),
        files_digest(_files(ontology(), KNOWLEDGE)).encode(),
        files_digest(model_files(model)).encode(),
        files_digest(taught_files()).encode(),
        *(f"{name} {_version(name)}".encode() for name in LIBRARIES),
    )


@cache
def writing_identity() -> str:
    """What decides how a corpus is written: code, ontology, queries and libraries, as a digest."""
    code = [package() / name for name in WRITING_CODE]
    return digest(
        files_digest(path for root in code for path in _files(root, (".py",))).encode(),
        files_digest(_files(ontology(), KNOWLEDGE)).encode(),
        files_digest(_files(queries(), (".rq",))).encode(),
        *(f"{name} {_version(name)}".encode() for name in WRITING_LIBRARIES),
    )


@cache
def linking_identity() -> str:
    """What decides how claims are linked: code, ontology, libraries and Python, as a digest."""
    code = [package() / name for name in LINKING_CODE]
    return digest(
        files_digest(path for root in code for path in _files(root, (".py",))).encode(),
        files_digest(_files(ontology(), KNOWLEDGE)).encode(),
        *(f"{name} {_version(name)}".encode() for name in LINKING_LIBRARIES),
        f"{sys.version} {sys.byteorder}".encode(),
    )


@cache
def drawing_identity() -> str:
    """What decides where a drawing puts its nodes: code and libraries, as a digest."""
    code = files_digest(_files(package() / "show", (".py",)))
    return digest(code.encode(), f"networkx {_version('networkx')}".encode())


def model_files(name: str | None) -> list[Path]:
    """The files of the spaCy model called so; none where it is missing (loading will say)."""
    return _files(_model(name), ())


def taught_files() -> list[Path]:
    """The weights of the taught reader."""
    return _files(package().joinpath(*TAUGHT), ())


def _model(name: str | None) -> Path:
    """Where the model lies; a path that does not exist where it is missing (loading will say)."""
    if name is None:
        return package() / "language" / "model"
    found = find_spec(name) if name.isidentifier() else None
    return Path(found.origin).parent if found and found.origin else Path(name)


def _files(root: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files below `root` (or itself) that end so; any where no ending is given."""
    if root.is_file():
        return [root]
    found = (path for path in root.rglob("*") if "__pycache__" not in path.parts)
    return [path for path in found if path.is_file() and (not endings or path.suffix in endings)]


def files_digest(paths: Iterable[Path]) -> str:
    """The digest of files: of their names and contents, not of where they lie."""
    ordered = sorted(paths, key=lambda path: (path.name, path.as_posix()))
    return digest(*(part for path in ordered for part in (path.name.encode(), path.read_bytes())))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
