from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.show.boxes import assert_apart
from tests.show.generated import rows

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
MEGABYTE = 1_000_000


def test_ten_thousand_events_stay_a_small_file(large: str) -> None:
    assert len(large.encode()) < 15 * MEGABYTE


def test_the_generator_gives_the_same_twice() -> None:
    assert list(rows(50, 200)) == list(rows(50, 200))


def test_ten_thousand_events_open_on_an_aggregate_with_all_within_reach(
    large: str, open_page: Open
) -> None:
    page = open_page(large)
    assert len(page.evaluate("window.statecraft.lines()")) == 60
    assert "Folded" in page.inner_text("#folded")
    assert "50,000 claims on 10,000 events" in page.inner_text("#counts")
    page.evaluate("window.statecraft.select('event-09999')")
    page.wait_for_selector("#panel .side")
    page.get_by_role("button", name="Overview").click()
    page.locator("#claimant-box summary").click()
    page.locator("#claimant-list input").nth(30).click()
    drawn = page.evaluate("window.statecraft.lines()")
    assert 0 < len(drawn) <= 60  # others than at opening come forth
    page.get_by_role("button", name="Show everything").click()
    for _ in range(3):
        page.get_by_role("button", name="Draw more").click()
    assert len(page.evaluate("window.statecraft.lines()")) == 360
    assert page.get_by_role("button", name="Draw more").is_disabled()
    page.get_by_role("button", name="Fit").click()  # what was never in sight was never measured
    assert_apart(page)


def test_the_first_picture_waits_for_no_claim(large: str, html: str, open_page: Open) -> None:
    """The drawing comes before the claims are opened. The benchmark times it; here only order."""
    for page in (open_page(html), open_page(large)):
        marks = page.evaluate("({...window.statecraft.marks})")
        assert 0 < marks["first"] < marks["ready"]
