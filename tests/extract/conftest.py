"""The reader by the lexicon alone, over the bundled model, loaded once for the whole run."""

from datetime import date

import pytest

from kg.extract.reader import Reader
from kg.language.pipeline import load
from kg.model import Article, Reading

DAY = date(2019, 6, 14)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(load(), None)


@pytest.fixture(scope="session")
def read(reader):
    def reading(text: str, name: str = "test") -> Reading:
        return reader.read(Article(name, text, published=DAY))

    return reading
