from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.corpus.build import write
from tests.rdf.corpus import CORPUS


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
