"""Libraries that a plain install leaves out: found, or named with the line that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kg.errors import ExtraError


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
