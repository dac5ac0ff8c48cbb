"""Real browsers with the network off, for the tests of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.show.network import network
from kg.show.page import render
from tests.once import once
from tests.show import generated
from tests.show.sample import AGENTS, rows


@pytest.fixture(scope="session")
def html() -> str:
    """The page of the sample."""
    return render(network(rows(), AGENTS), "Sample")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of ten thousand events."""

    def make(path: Path) -> None:
        found = network(generated.rows(), generated.agents())
        path.write_text(render(found, "Ten thousand events"), encoding="utf-8")

    return once(tmp_path_factory, "large.html", make).read_text(encoding="utf-8")


SIZE = {"width": 1440, "height": 900}
EVENTS = ("request", "console", "pageerror", "dialog")


class Tabs:
    """One page for each way of opening one: a new page takes three times as long as an old one."""

    def __init__(self, browser: Any) -> None:
        self._browser = browser
        self._contexts: dict[str, Any] = {}

    def new(self, options: dict[str, Any]) -> Any:
        """A page of its own context, which whoever asked for it closes."""
        wanted = {"viewport": SIZE, "offline": True, **options}
        return self._browser.new_context(**wanted).new_page()

    def blank(self, options: dict[str, Any]) -> Any:
        """The page of this way, as if it had just been opened."""
        key = repr(sorted(options.items()))
        context = self._contexts.get(key)
        if context is None or not context.pages:
            self._contexts[key] = self.new(options).context
        page = self._contexts[key].pages[0]
        page.goto("about:blank")
        page.set_viewport_size(options.get("viewport", SIZE))
        page.emulate_media(
            color_scheme=options.get("color_scheme", "light"),
            forced_colors=options.get("forced_colors", "none"),
        )
        page.mouse.move(0, 0)
        return page


@pytest.fixture(scope="session")
def tabs(chromium: Any) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
def open_page(tabs: Tabs, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """`open_page(html, hash="", **context)` opens it from a file in Chromium, offline.

    When the test is over: no request but for the file itself, nothing on the console, no error.
    """
    pages: list[tuple[Any, dict[str, Callable[[Any], object]]]] = []
    noise: list[str] = []

    def opened(html: str, hash: str = "", **options: Any) -> Any:
        path = tmp_path / "graph.html"
        path.write_bytes(html.encode())
        address = path.as_uri()
        page = tabs.new(options) if pages else tabs.blank(options)
        pages.append((page, _listening(page, address, noise)))
        page.goto(address + hash)
        page.wait_for_selector("#panel h2")  # waiting in script would break the page's policy
        return page

    yield opened
    for page, listeners in pages:
        for event, hear in listeners.items():
            page.remove_listener(event, hear)
    for page, _ in pages[1:]:
        page.context.close()
    assert noise == []


@pytest.fixture
def open_in_firefox(firefox: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """The same in Firefox, which this protocol does not take offline: any request is an error."""
    contexts: list[Any] = []
    noise: list[str] = []

    def opened(html: str, hash: str = "", **options: Any) -> Any:
        path = tmp_path / "graph.html"
        path.write_bytes(html.encode())
        contexts.append(firefox.new_context(**{"viewport": SIZE, **options}))
        page = contexts[-1].new_page()
        _listening(page, path.as_uri(), noise)
        page.goto(path.as_uri() + hash)
        page.wait_for_selector("#panel h2")
        return page

    yield opened
    for each in contexts:
        each.close()
    assert noise == []


def _listening(page: Any, address: str, noise: list[str]) -> dict[str, Callable[[Any], object]]:
    """Note what the page at `address` asks for, says or does wrong; gives the listeners."""
    # The page itself, and files that it hands to the reader, are no request to anybody.
    known = (address, "blob:")
    heard = (
        lambda ask: ask.url.startswith(known) or noise.append(f"asked: {ask.url}"),
        lambda said: noise.append(f"console: {said.text}"),
        lambda error: noise.append(f"error: {error}"),
        lambda dialog: (noise.append("dialog"), dialog.dismiss()),
    )
    listeners = dict(zip(EVENTS, heard, strict=True))
    for event, hear in listeners.items():
        page.on(event, hear)
    return listeners
