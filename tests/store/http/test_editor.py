"""The query editor in a real browser that reaches this server and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg.store.engine import Store
from kg.store.named import find
from tests.store.graphs import SAMPLE

pytestmark = pytest.mark.browser


@pytest.fixture
def page(served, chromium) -> Iterator[Any]:
    """The editor; afterwards: nothing asked elsewhere, no error."""
    noise: list[str] = []
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.route(
        lambda url: not url.startswith((served.url, "data:", "blob:")),
        lambda route: (noise.append(f"asked: {route.request.url}"), route.abort()),
    )
    opened = context.new_page()
    opened.on("pageerror", lambda error: noise.append(f"error: {error}"))
    opened.goto(f"{served.url}/editor")
    opened.wait_for_selector(".CodeMirror")
    yield opened
    context.close()
    assert noise == []


def test_a_question_that_ships_is_chosen_asked_and_answered(page):
    page.select_option("#example", "claims")
    page.wait_for_selector(".tab.active >> text=claims")
    page.click(".tabPanel.active .yasqe_queryButton")
    page.wait_for_selector(".tabPanel.active .yasr table tbody tr")
    shown = page.locator(".tabPanel.active .yasr").inner_text()
    first = Store.load(SAMPLE).query(find("claims").text).records()[0]
    assert first["claim"] in shown and first["class"] in shown


def test_a_slip_is_shown_with_its_place(page):
    page.evaluate(
        "yasgui.getTab().getYasqe().setValue('SELECT ?s WHERE { ?s ?p ?o FILTER(?o = ) }')"
    )
    page.evaluate("yasgui.getTab().query().catch(() => 0)")
    page.wait_for_selector(".tabPanel.active .yasr >> text=line 1, column 40")
