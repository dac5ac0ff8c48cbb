from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.corpus import workers
from kg.corpus.build import write
from kg.model import Article
from tests.rdf.corpus import CORPUS


class Here:
    """In place of the crew of processes: to start one takes longer than a test."""

    def __init__(self, task: Callable[[Article], object], workers: int) -> None:
        self.task = task

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing is left."""

    def outcomes(self, articles: Iterable[Article]) -> Iterator[object]:
        return map(self.task, articles)


@pytest.fixture(autouse=True)
def one_process(monkeypatch):
    monkeypatch.setattr(workers, "Crew", Here)


@pytest.fixture(scope="session")
def graph(tmp_path_factory) -> Path:
    """The folder of a build made from the corpus written by hand."""
    folder = tmp_path_factory.mktemp("built")
    write(CORPUS, folder)
    return folder


@pytest.fixture
def kg():
    """Runs `kg` with these arguments in this process; stdout and stderr are kept apart."""

    def run(*arguments: object, **more: object):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **more)

    return run
