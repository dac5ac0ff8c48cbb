from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sample import AGENTS, Row, rows

from kg.show import page as page_module
from kg.show.fold import fold
from kg.show.network import network
from kg.show.notebook import Inline
from kg.show.page import render

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
EVENT = "https://example.org/event/deploy-eri"
HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    "<script>alert(2)</script>&lt;b&gt;&amp;",
    "\u202eright to left\u202c עברית",
    "👩‍👩‍👧‍👦 🇪🇷 emoji",
    "w" * 10_000,
    "'\"`${alert(3)}{{7*7}}\u2028\x07",
)


@pytest.fixture(scope="module")
def html() -> str:
    return render(network(rows(), AGENTS), "Sample")


def drawn(page: Any) -> set[str]:
    return set(page.evaluate("window.statecraft.drawn()"))


def panel(page: Any) -> str:
    return page.inner_text("#panel")


def test_opening_shows_the_network_and_what_is_contested(html: str, open_page: Open) -> None:
    page = open_page(html)
    found = fold(network(rows(), AGENTS))
    assert drawn(page) == {*found.agents, *found.events}
    assert "Contested events (8)" in panel(page)
    inked = page.evaluate(
        """() => { const c = document.querySelector("#network canvas");
        const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++; return n; }"""
    )
    assert inked > 20_000


def test_a_click_on_an_event_shows_claims_and_denials(html: str, open_page: Open) -> None:
    page = open_page(html)
    place = page.evaluate("id => window.statecraft.place(id)", EVENT)
    page.mouse.click(place["x"], place["y"])
    page.wait_for_selector("#panel .side.denies")
    heads = page.locator("#panel .side h3").all_inner_texts()
    assert [head.split(" ")[0] for head in heads] == ["Asserted", "Denied", "Unconfirmed"]
    asserted, denied = page.locator(".side.asserts"), page.locator(".side.denies")
    assert asserted.bounding_box()["x"] < denied.bounding_box()["x"]
    assert denied.locator("mark.cue").all_inner_texts() == ["denied", "dismissed as fiction"]
    assert "Eritrean Information Ministry" in denied.inner_text()
    assert "around 3,000 troops" in asserted.locator("mark.figure").all_inner_texts()
    text = panel(page)
    for words in ("3,000–5,000 troops", "The Nile Courier", "2031-03-03", "possible", "Kassala"):
        assert words in text


def test_an_agent_shows_its_claims_and_events(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.evaluate("window.statecraft.select('ERI')")
    text = panel(page)
    assert "Eritrean Information Ministry" in text
    assert "Takes part in" in text
    assert "Asmara on Monday denied" in text


def test_filters_change_what_is_drawn_and_the_address_keeps_them(
    html: str, open_page: Open
) -> None:
    page = open_page(html)
    everything, lines = drawn(page), len(page.evaluate("window.statecraft.lines()"))
    page.get_by_role("checkbox", name="denies").uncheck()
    assert len(page.evaluate("window.statecraft.lines()")) < lines
    assert not any(node.endswith("/plot") for node in drawn(page))  # only denied
    page.get_by_role("checkbox", name="Attack").uncheck()
    assert not any("/attack-" in node for node in drawn(page))
    kept = page.evaluate("location.hash")
    assert kept == "#hide=Attack%2Cdenies"
    page.get_by_role("button", name="Show everything").click()
    assert drawn(page) == everything
    again = open_page(html, hash=kept)
    assert not any("/attack-" in node for node in drawn(again))
    assert not again.get_by_role("checkbox", name="denies").is_checked()


def test_only_contested(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("checkbox", name="Only contested events").check()
    assert sum(node.startswith("https:") for node in drawn(page)) == 8


def test_no_claim_left_is_said(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#hide=asserts,denies,unconfirmed")
    assert page.locator("#nothing").is_visible()
    assert drawn(page) == set()


def test_search_finds_agents_and_words_of_quotes(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("searchbox").fill("fiction")
    page.locator("#panel h2", has_text="1 hit").wait_for()
    assert "dismissed as fiction" in panel(page)
    page.get_by_role("searchbox").fill("kenya")
    page.locator("#panel h3", has_text="Agents (2)").wait_for()
    page.get_by_role("searchbox").fill("zzz")
    page.locator("#panel h2", has_text="Nothing holds").wait_for()


def test_the_table_holds_the_same_claims(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Table").click()
    assert page.locator("#table tbody tr").count() == len(rows())
    page.get_by_role("checkbox", name="asserts").uncheck()
    assert page.locator("#table tbody tr").count() == sum(r["stance"] != "asserts" for r in rows())


def test_all_is_reached_by_keyboard(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    assert "select=" in page.evaluate("location.hash")
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""
    reached = set()
    page.focus("#query")
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(document.activeElement.id || document.activeElement.value "
                "|| document.activeElement.innerText).split('\\n')[0]"
            )
        )
    wanted = {"as-table", "denies", "alleged", "Attack", "contested", "network", "nearer", "whole"}
    assert wanted <= reached
    assert "Eritrea deploys forces to Sudan" in reached
    row = page.get_by_role("button", name="Eritrea deploys forces to Sudan")
    row.focus()
    width = row.evaluate("node => getComputedStyle(node).outlineWidth")
    assert width == "3px"
    page.keyboard.press("Enter")
    assert "Denied (2)" in panel(page)


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": {"width": 390, "height": 844}, "has_touch": True},
        {"color_scheme": "dark"},
        {"reduced_motion": "reduce"},
    ],
    ids=["phone", "dark", "calm"],
)
def test_it_opens_everywhere(html: str, open_page: Open, options: dict[str, Any]) -> None:
    page = open_page(html, **options)
    page.evaluate("id => window.statecraft.select(id)", EVENT)
    assert "Denied (2)" in panel(page)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0  # nothing sticks out sideways


def test_a_hostile_corpus_runs_nothing_and_is_shown_as_written(open_page: Open) -> None:
    made: list[Row] = []
    for number, row in enumerate(rows()):
        words = HOSTILE[number % len(HOSTILE)]
        changed = dict.fromkeys(
            ("quote", "title", "publisher", "cue", "place", "event_label", "article"), words
        )
        made.append(row | changed | {"event_label": words, "unit": words, "time_text": words})
    agents = [agent | {"label": HOSTILE[n % 6], "kind": "State"} for n, agent in enumerate(AGENTS)]
    page = open_page(render(network(made, agents), HOSTILE[0]))
    assert page.title() == HOSTILE[0]
    assert page.inner_text("h1") == HOSTILE[0]
    for node in sorted(drawn(page)):
        page.evaluate("id => window.statecraft.select(id)", node)
    page.evaluate("window.statecraft.find('alert')")
    page.get_by_role("button", name="Table").click()
    assert page.locator("img, iframe, object, #panel script, #table script").count() == 0
    page.evaluate("id => window.statecraft.select(id)", EVENT)
    quotes = page.locator("blockquote").all_text_contents()
    assert HOSTILE[0] in quotes
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_what_is_folded_is_said_and_still_found(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "fold", lambda found: fold(found, limit=16))
    found = network(rows(), AGENTS)
    page = open_page(render(found, "Folded"))
    count = len([node for node in drawn(page) if node.startswith("https:")])
    assert f"Drawn: {count} of 21 events" in page.inner_text("#folded")
    page.evaluate("window.statecraft.select('https://example.org/event/escort')")
    assert "two frigates" in panel(page)


def test_the_frame_of_a_notebook_runs_the_page(html: str, chromium: Any) -> None:
    noise: list[str] = []
    page = chromium.new_page(offline=True)
    page.on("console", lambda said: noise.append(said.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.set_content(Inline(html)._repr_html_())
    frame = page.frames[1]
    frame.wait_for_selector("#panel h2")
    frame.evaluate("id => window.statecraft.select(id)", EVENT)
    assert "Denied (2)" in frame.inner_text("#panel")
    page.close()
    assert noise == []


def test_the_drawing_follows_the_colour_scheme(html: str, open_page: Open) -> None:
    page = open_page(html)
    # The buttons lie over the canvas and their corners are not painted alike twice.
    page.evaluate("document.querySelector('.zoom').hidden = true")
    bright = page.locator("#network canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.locator("#network canvas").screenshot() != bright
    page.emulate_media(color_scheme="light")
    page.wait_for_timeout(200)
    assert page.locator("#network canvas").screenshot() == bright
