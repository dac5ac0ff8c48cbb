"""The page in Firefox: what differs between browsers, in a few walks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.show.boxes import assert_apart
from tests.show.test_reach import barriers

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
LINE = "Deployment|ERI|SDN"


def test_it_opens_and_a_press_on_a_line_shows_both_sides(html: str, open_in_firefox: Open) -> None:
    page = open_in_firefox(html)
    assert "Contested events (8)" in page.inner_text("#panel")
    assert_apart(page)
    place = page.evaluate("id => window.statecraft.place(id)", LINE)
    page.mouse.click(place["x"], place["y"])
    page.wait_for_selector("#panel .side.denies")
    asserted, denied = page.locator(".side.asserts"), page.locator(".side.denies")
    assert asserted.bounding_box()["x"] < denied.bounding_box()["x"]
    page.locator(".lanes summary").click()
    assert page.get_by_role("button", name="2031-03-03: Eritrea denies, 2 claims").is_visible()
    page.locator(".side.denies").get_by_role("button", name="Open this claim").first.click()
    assert page.inner_text("blockquote.large").startswith("On Monday, ")
    assert barriers(page) == []


def test_filters_days_table_and_questions_work(html: str, open_in_firefox: Open) -> None:
    page = open_in_firefox(html)
    page.get_by_role("button", name="Only denies", exact=True).click()
    assert page.evaluate("location.hash") == "#hide=asserts%2Cunconfirmed"
    box = page.locator("#bars").bounding_box()  # ten days, 2031-03-02 to 11
    at = [box["x"] + box["width"] * (day + 0.5) / 10 for day in (1, 3)]
    page.mouse.move(at[0], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(at[1], box["y"] + 20, steps=3)
    page.wait_for_timeout(100)
    page.mouse.up()
    assert "from=2031-03-03&to=2031-03-05" in page.evaluate("location.hash")
    page.get_by_role("button", name="Table").click()
    page.locator("#table th").get_by_role("button", name="Event").click()
    assert page.locator("#table th[aria-sort=ascending]").count() == 1
    page.get_by_role("button", name="Show everything").click()
    page.get_by_role("button", name="Who denies what?").click()
    assert page.locator("#panel .row").count() > 4
    assert barriers(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")


def test_it_fits_a_narrow_screen_and_an_address_brings_the_view_back(
    html: str, open_in_firefox: Open
) -> None:
    hash = "#select=Deployment%7CERI%7CSDN&around=ERI.1&hide=planned"
    page = open_in_firefox(html, hash=hash, viewport={"width": 390, "height": 844})
    assert sorted(page.evaluate("location.hash")[1:].split("&")) == sorted(hash[1:].split("&"))
    assert "around Eritrea" in page.inner_text("#scope")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert barriers(page) == []
