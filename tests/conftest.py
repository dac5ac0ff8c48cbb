"""What tests of several rooms share."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.corpus import output
from kg.corpus.cache.identity import article_key, reading_identity
from kg.corpus.cache.readings import keeping
from kg.corpus.gather import readings
from kg.model import Reading
from tests.browser import SWITCHES
from tests.forked import begun
from tests.once import once
from tests.outside import need

SEEDS = Path(__file__).parents[1] / "seeds"

# What the tests start would else compile the whole package each time, where this was set.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


WITHOUT_TORCH = "import sys; sys.modules['torch'] = None\n"
"""Begins the Python of what tests start: nobody who uses the product has PyTorch, which spaCy would
load where it is there, and which takes longer to load than all the rest."""


LONG = ("tests/spark/", "tests/notebooks/", "tests/guide/", "tests/test_accuracy.py")
"""Tests that take seconds each. They begin the run: the last one of them would else end it alone,
while the other process has nothing left to take over. Those of Spark stand together: whichever
process takes them starts Java once."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests first, each kind in its order."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """What was loaded by now stays: to look at it again for each collection of garbage costs a
    tenth of the whole run.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def as_installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What tests start finds no PyTorch. Not for the processes of pytest-xdist, which train."""
    folder = tmp_path_factory.mktemp("started")
    (folder / "sitecustomize.py").write_text(WITHOUT_TORCH, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests hand on as `record_property("told", ...)`."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "told":
                terminalreporter.write_line(str(value))


@pytest.fixture(scope="session")
def seeds_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build of `seeds/`, as a user makes it: to be read, or to be copied."""
    return once(tmp_path_factory, "seeds", lambda out: kg.build(SEEDS, out))


@pytest.fixture(scope="session")
def seeds_readings(seeds_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    """What that build read, in the order of the articles."""
    store = shutil.copy(seeds_graph / output.HIDDEN / output.KEPT, tmp_path_factory.mktemp("kept"))
    identity = reading_identity(None)
    with keeping(Path(store)) as kept:
        return list(readings(kept, (article_key(a, identity) for a in kg.read_articles(SEEDS))))


@pytest.fixture(scope="session")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with programs that begin at once, for `begun.found`."""
    return once(tmp_path_factory, "programs", begun.begin)


@pytest.fixture(scope="session")
def driver() -> Iterator[Any]:
    """What drives browsers: one a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The browser; without one the test is skipped, or fails where CI must have it."""
    found = need("chromium", "chromium")
    driver = request.getfixturevalue("driver")
    browser = driver.chromium.launch(executable_path=found, args=list(SWITCHES))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(request: pytest.FixtureRequest) -> Iterator[Any]:
    """The other browser, driven by the protocol that browsers share (WebDriver BiDi)."""
    found = need("firefox-esr", "firefox-esr")
    driver = request.getfixturevalue("driver")
    browser = driver.firefox.launch(executable_path=found, channel="moz-firefox")
    yield browser
    browser.close()
