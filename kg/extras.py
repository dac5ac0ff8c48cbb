"""Libraries that a plain install leaves out: found, or named with the line that installs them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from kg.errors import ExtraError

EXTRAS: Final[Mapping[str, tuple[str, ...]]] = {
    "web": ("trafilatura", "lxml_html_clean", "fastwarc"),
    "check": ("pyshacl", "owlready2"),
    "frames": ("pandas", "polars"),
    "parquet": ("pyarrow",),
    "load": ("httpx",),
    "mcp": ("mcp",),
    "notebooks": ("altair", "ipykernel", "oxigraph"),
    "serve": ("starlette", "uvicorn"),
    "spark": ("pyspark", "pyarrow"),
}
"""The parts of an install for users, with the modules that each brings."""


def missing(extra: str) -> tuple[str, ...]:
    """The modules of a part that are not installed."""
    return tuple(module for module in EXTRAS[extra] if find_spec(module) is None)


def load(module: str, extra: str) -> Any:  # noqa: ANN401 - a module, whose names no type tells
    """The module called `module`; ExtraError where it, or what it stands on, is not installed.

    `extra` is the part of the install that brings it, as in `statecraft[extra]`.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "kg":
            raise
        missing = error.name or module
        raise ExtraError(missing, "this part is not installed", install(extra)) from error


def install(extra: str) -> str:
    """The remedy: the line that installs `extra`."""
    return f"Install it: pip install 'statecraft[{extra}]'."
