"""The bundled pipeline, loaded once for the whole run."""

import pytest

from kg.language.pipeline import Pipeline, load


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return load()
