"""What works on this machine, part by part, and what to do about what does not."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from kg import extras, resources
from kg.errors import StatecraftError

LOWEST, BEYOND = (3, 11), (3, 14)
"""The first Python that is good enough, and the first that is too new, as the package declares."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One part looked at: `works`, what was found (`told`), and what to do where it does not.

    `needed` parts are those without which nothing can be built.
    """

    part: str
    works: bool
    told: str
    remedy: str = ""
    needed: bool = True


def examine(folder: Path) -> Iterator[Finding]:
    """Each part in turn; `folder` is where a graph would be written to."""
    yield python(sys.version_info[:3])
    yield _tried("data", _data, "ontology, queries and articles are here: no network is needed")
    yield _tried("parser", _parser, "its weights load")
    yield _tried("taught reader", _taught, "its weights load")
    yield writing(folder)
    yield java()
    for extra in sorted(extras.EXTRAS):
        yield part(extra)


def python(version: tuple[int, ...]) -> Finding:
    """Whether this is a Python that the package is made for."""
    told = ".".join(map(str, version))
    wanted = f"Install Python {LOWEST[0]}.{LOWEST[1]} or later, below {BEYOND[0]}.{BEYOND[1]}."
    return Finding("Python", LOWEST <= version[:2] < BEYOND, told, wanted)


def writing(folder: Path) -> Finding:
    """Whether a file can be made in `folder`."""
    try:
        with TemporaryFile(dir=folder):
            return Finding("writing", True, f"files can be made in {folder}")
    except OSError as error:
        told = f"no file can be made in {folder}: {error.strerror}"
        return Finding("writing", False, told, "Go to another folder, or give kg build --out one.")


def java() -> Finding:
    """Whether a Java is found, which only the OWL reasoner of `kg check` needs."""
    found = shutil.which("java")
    told = found or "not found: kg check leaves out the OWL reasoner"
    remedy = "Install a Java runtime (Debian: apt-get install default-jre-headless)."
    return Finding("Java", bool(found), told, remedy, needed=False)


def part(extra: str) -> Finding:
    """Whether the libraries of one part of the install are all here."""
    absent = extras.missing(extra)
    told = f"not installed: {', '.join(absent)}" if absent else "installed"
    return Finding(f"[{extra}]", not absent, told, extras.install(extra), needed=False)


def _tried(part: str, step: Callable[[], object], told: str) -> Finding:
    try:
        step()
    except StatecraftError as error:
        return Finding(part, False, f"{error.value}: {error.rule}", error.remedy)
    return Finding(part, True, told)


def _data() -> None:
    resources.ontology()
    resources.queries()
    resources.seeds()


def _parser() -> None:
    from kg.language.pipeline import load

    load()


def _taught() -> None:
    from kg.extract.propose.network import Network

    Network()
