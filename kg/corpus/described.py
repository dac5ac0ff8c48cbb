"""What a corpus is called, where its IRIs live, and what made it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kg.corpus.cache.identity import files_digest, model_files, taught_files
from kg.model import Corpus, Dataset, Software
from kg.rdf.base import checked, default_base, iri

PRODUCT = "statecraft"
STDIN, NAMELESS = "-", "corpus"
"""What articles from standard input are called together."""
_UNFIT = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Description:
    """Where a corpus' IRIs live (None: at a place made from its name), and under which licence."""

    base: str | None = None
    licence: str = ""


def described(
    corpus: Corpus, paths: Iterable[Path], told: Description, model: str | None
) -> Corpus:
    """`corpus` with its base and with what its graph says of itself.

    InputError where the base is no IRI, or takes a folder's name.
    """
    name = corpus_name(paths)
    base = checked(told.base) if told.base else default_base(name)
    return replace(corpus, base=base, dataset=Dataset(name, _software(model), told.licence))


def refuse_unfit(told: Description) -> None:
    """InputError where base or licence is no IRI: told before anything is read."""
    if told.base:
        checked(told.base)
    if told.licence:
        iri(told.licence)


def corpus_name(paths: Iterable[Path]) -> str:
    """The name of the folder that holds all inputs, however they are named and ordered."""
    given = [path.absolute() for path in paths if str(path) != STDIN]
    if not given:
        return NAMELESS
    homes = [path if path.is_dir() else path.parent for path in given]
    folder = Path(os.path.commonpath(homes))
    plain = next((f for f in (folder, *folder.parents) if "*" not in f.name), folder)
    return _UNFIT.sub("-", plain.name).strip("-") or NAMELESS


@cache
def _software(model: str | None) -> tuple[Software, ...]:
    parser, reader = model_files(model), taught_files()
    meta = next((path for path in parser if path.name == "meta.json"), None)
    known = json.loads(meta.read_bytes()) if meta else {}
    return (
        Software(PRODUCT, version(PRODUCT)),
        Software(
            str(known.get("name") or model or "parser"),
            str(known.get("version", "")),
            files_digest(parser),
        ),
        Software("taught-reader", files_digest(reader)[:12], files_digest(reader)),
    )
