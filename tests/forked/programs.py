"""What a fork runs, by the name under which it was asked for."""

from __future__ import annotations

import multiprocessing
import sys


def run(name: str) -> None:
    """Run what is called `name`."""
    {"kg": _kg, "kernel": _kernel}[name]()


def _kg() -> None:
    """The console script. What it lets read is forked from it as well."""
    from kg.corpus import crew

    crew.get_context = lambda _: multiprocessing.get_context("fork")  # type: ignore[assignment]
    from kg.cli.main import run

    sys.exit(run())


def _kernel() -> None:
    """`python -m ipykernel_launcher`."""
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()
