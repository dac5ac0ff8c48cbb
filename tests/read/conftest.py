"""One process for all tests to read guarded formats in: to start one takes longer than a test."""

from collections.abc import Iterator

import pytest

from kg.read import inputs
from kg.read.guard import Guard


class Lasting(Guard):
    """A guard whose process outlives the block it is used in."""

    def __exit__(self, *error: object) -> None:
        """Nothing: the fixture ends it."""


@pytest.fixture(scope="session")
def guard() -> Iterator[Guard]:
    lasting = Lasting()
    yield lasting
    lasting.stop()


@pytest.fixture(autouse=True)
def one_process(guard, monkeypatch):
    monkeypatch.setattr(inputs, "Guard", lambda: guard)
