"""What a claim, an event and a series tell of themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.show.network import network
from kg.show.page import render
from tests.show.sample import AGENTS, rows

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
EVENT = "https://example.org/event/deploy-eri"
CLAIM = "https://example.org/claim/c002"


def test_a_claim_shows_its_sentence_its_doubt_and_its_source(html: str, open_page: Open) -> None:
    page = open_page(html, hash=f"#select={CLAIM}")
    own = page.locator(".side.asserts")
    sentence = own.locator("blockquote.large")
    assert sentence.inner_text().startswith("On Monday, The ministry told reporters that")
    assert sentence.inner_text().endswith("this month.")
    assert sentence.locator(".said").inner_text().startswith("The ministry told")
    assert own.locator("mark.cue").inner_text() == "told reporters that"
    text = own.inner_text()
    for words in ("actual, told as what is or was", "30 in 100 are wholly right"):
        assert words in text
    assert "the lexicon and the taught network" in text
    at, read = own.locator("a").all()
    assert at.inner_text() == "at horn-wire.example"
    assert at.get_attribute("href").startswith(
        "https://horn-wire.example/a2#:~:text=The%20ministry"
    )
    assert at.get_attribute("rel") == "noopener noreferrer"
    assert read.get_attribute("href").startswith("articles/a2.txt#:~:text=")


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "data:text/html,x", "not an address"])
def test_what_is_no_web_address_is_no_link(open_page: Open, url: str) -> None:
    made = [row | {"url": url, "certainty": "", "read_by": ""} for row in rows()]
    page = open_page(render(network(made, AGENTS), "Links"), hash=f"#select={CLAIM}")
    links = page.locator("#panel a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert len(links) == 1 and links[0].startswith("articles/a2.txt")
    assert "Certainty" not in page.inner_text("#panel .side.asserts dl")


def test_a_dispute_shows_who_spoke_when_and_who_answered_whom(html: str, open_page: Open) -> None:
    page = open_page(html, hash=f"#select={EVENT}")
    page.locator(".lanes summary").click()  # shut, since figures stand above
    names = page.locator(".lane .names").all_inner_texts()
    assert {"Eritrea", "Ethiopia", "Egypt", "The articles themselves"} <= set(names)
    assert "9 claims on this event, in 4 articles" in page.inner_text("#panel")
    denied = page.get_by_role("button", name="2031-03-03: Eritrea denies, 2 claims")
    said = page.get_by_role("button", name="2031-03-02: Ethiopia asserts, 1 claim")
    assert said.bounding_box()["x"] < denied.bounding_box()["x"]
    answer = page.get_by_role("button", name="Eritrea denies what is said by")
    assert "Ethiopia" in answer.inner_text()
    assert "Kassala" in page.inner_text(".where") and "Sudan" in page.inner_text(".where")
    denied.click()
    assert "Eritrean Information Ministry denies it" in page.inner_text("#panel h2")


def test_figures_are_a_chart_with_their_claimants(html: str, open_page: Open) -> None:
    page = open_page(html, hash=f"#select={EVENT}")
    boxes = [bar.bounding_box() for bar in page.locator(".gauge .bar").all()]
    exact, spanned = boxes[:2]  # 3,000 troops, 3,000 to 5,000 troops
    assert exact["x"] == pytest.approx(spanned["x"], abs=2)
    assert spanned["width"] > 5 * exact["width"]
    assert "5,000 troops" in page.locator(".figures .ends").first.inner_text()


def test_a_series_is_a_timeline_of_its_events(open_page: Open) -> None:
    sides = {"class": "Deployment", "actor_keys": "ETH", "recipient_keys": "ERI", "series": "s"}
    days = {"invasion": "2031-01-05", "aid-blocked": "2031-02-01", "deploy-eth": ""}
    made = [
        row | sides | {"event_start": days[name]} if name in days else row
        for row in rows()
        for name in [row["event"].rpartition("/")[2]]
    ]
    loose = rows()[0] | sides | {"claim": "loose", "event": "", "start": "9999"}
    page = open_page(render(network([*made, loose], AGENTS), "Series"))
    page.evaluate("window.statecraft.select('Deployment|ETH|ERI')")
    text = page.inner_text("#panel")
    assert "Deployment, a series" in text and "claims on this series, in" in text
    moments = page.locator(".moment").all_inner_texts()
    assert [moment.split("\n")[0] for moment in moments] == [
        "2031-01-05",
        "2031-02-01",
        "2031-03-02",
    ]
    assert "first told" in moments[2] and "first told" not in moments[0]
    assert "Told of no one event (1)" in text
    page.locator(".moment .row").first.click()
    assert "One of 4 events of this series" in page.inner_text("#panel")


def test_a_meeting_of_many_is_one_node(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#select=Meeting%7CETH%2BKEN%2BSOM%7C")
    assert "Ethiopia, Kenya and Somalia meet" in page.inner_text("#panel")
    drawn = [name for name in page.evaluate("window.statecraft.drawn()") if "Meeting" in name]
    assert sorted(drawn) == ["Meeting|ERI+ETH|", "Meeting|ETH+KEN+SOM|"]
