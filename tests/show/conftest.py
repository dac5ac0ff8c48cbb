"""A real Chromium with the network off, for the tests of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.show.network import network
from kg.show.page import render
from tests.show.sample import AGENTS, rows


@pytest.fixture(scope="session")
def html() -> str:
    """The page of the sample."""
    return render(network(rows(), AGENTS), "Sample")


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """`open_page(html, hash="", **context)` opens it from a file, offline.

    When the test is over: no request but for the file itself, nothing on the console, no error.
    """
    contexts: list[Any] = []
    noise: list[str] = []

    def opened(html: str, hash: str = "", **options: Any) -> Any:
        path = tmp_path / "graph.html"
        path.write_bytes(html.encode())
        address = path.as_uri()
        context = chromium.new_context(
            offline=True, **{"viewport": {"width": 1440, "height": 900}, **options}
        )
        contexts.append(context)
        page = context.new_page()
        # The page itself, and files that it hands to the reader, are no request to anybody.
        own = (address, "blob:")
        page.on("request", lambda ask: ask.url.startswith(own) or noise.append(f"asked: {ask.url}"))
        page.on("console", lambda said: noise.append(f"console: {said.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (noise.append("dialog"), dialog.dismiss()))
        page.goto(address + hash)
        page.wait_for_selector("#panel h2")  # waiting in script would break the page's policy
        return page

    yield opened
    for context in contexts:
        context.close()
    assert noise == []
