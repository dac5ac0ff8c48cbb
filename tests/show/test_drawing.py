from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.show import page as page_module
from kg.show.fold import fold
from kg.show.network import network
from kg.show.notebook import Inline
from kg.show.page import render
from tests.show.boxes import assert_apart
from tests.show.sample import AGENTS, rows

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
LINE = "Deployment|ERI|SDN"
EVENT = "https://example.org/event/deploy-eri"


def drawn(page: Any) -> set[str]:
    return set(page.evaluate("window.statecraft.drawn()"))


def lines(page: Any) -> dict[str, Any]:
    return {line["id"]: line for line in page.evaluate("window.statecraft.lines()")}


def panel(page: Any) -> str:
    return page.inner_text("#panel")


def middle(page: Any, node: str) -> tuple[float, float]:
    place = page.evaluate("id => window.statecraft.place(id)", node)
    return place["x"], place["y"]


def test_opening_shows_the_network_and_what_is_contested(html: str, open_page: Open) -> None:
    page = open_page(html)
    found = fold(network(rows(), AGENTS))
    assert drawn(page) == {*found.agents, *(bundle.id for bundle in found.bundles)}
    assert "Contested events (8)" in panel(page)
    inked = page.evaluate(
        """() => { const c = document.querySelector("#network canvas");
        const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++; return n; }"""
    )
    assert inked > 20_000


def test_the_script_counts_what_python_counted(html: str, open_page: Open) -> None:
    counted = lines(open_page(html))
    for bundle in network(rows(), AGENTS).bundles:
        line = counted[bundle.id]
        assert line["stances"] == dict(bundle.stances)
        assert (line["stories"], line["firmness"], line["contested"]) == (
            bundle.stories,
            bundle.firmness,
            bundle.contested,
        )


def test_a_click_on_a_line_shows_claims_and_denials(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.mouse.click(*middle(page, LINE))
    page.wait_for_selector("#panel .side.denies")
    heads = page.locator("#panel .side h3").all_inner_texts()
    assert [head.split(" ")[0] for head in heads] == ["Asserted", "Denied", "Unconfirmed"]
    asserted, denied = page.locator(".side.asserts"), page.locator(".side.denies")
    assert asserted.bounding_box()["x"] < denied.bounding_box()["x"]
    assert denied.locator("mark.cue").all_inner_texts() == ["denied", "dismissed as fiction"]
    assert "By Eritrea (2)" in denied.inner_text()
    assert "around 3,000 troops" in asserted.locator("mark.figure").all_inner_texts()
    text = panel(page)
    for words in ("3,000–5,000 troops", "The Nile Courier", "2031-03-03", "possible", "Kassala"):
        assert words in text


def test_a_chosen_line_shows_who_speaks_about_it(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.evaluate("id => window.statecraft.select(id)", LINE)
    voices = page.evaluate("window.statecraft.voices()")
    told = {(voice["speaker"], voice["stance"]) for voice in voices if voice["line"] == LINE}
    assert told == {
        ("ETH", "asserts"),
        ("ERI", "denies"),
        ("EGY", "asserts"),
        ("SDN", "unconfirmed"),
        ("g:analysts", "asserts"),
    }


def test_a_line_of_several_events_lists_them(html: str, open_page: Open) -> None:
    made = [row | {"class": "Deployment"} for row in rows()]
    page = open_page(render(network(made, AGENTS), "Bundled"))
    page.evaluate("window.statecraft.select('Deployment|ETH|ERI')")
    assert "Events (3)" in panel(page)
    page.get_by_role("button", name="Ethiopia invades Eritrea").click()
    assert "ruled out" in panel(page)


def test_a_claim_opens_with_the_other_side_beside_it(html: str, open_page: Open) -> None:
    page = open_page(html, hash=f"#select={EVENT}")
    page.locator(".side.denies").get_by_role("button", name="Open this claim").first.click()
    own = page.locator(".side.denies")
    assert own.locator("mark.cue").inner_text() == "denied"
    for words in ("Eritrean Information Ministry", "Horn Wire", "2031-03-03", "Characters"):
        assert words in own.inner_text()
    other = page.locator(".side.asserts")
    assert "around 3,000 troops" in other.inner_text()
    assert other.bounding_box()["x"] < own.bounding_box()["x"]
    assert page.evaluate("location.hash").startswith("#select=https%3A%2F%2Fexample.org%2Fclaim")


def test_which_figure_is_claimed_by_whom(html: str, open_page: Open) -> None:
    page = open_page(html, hash=f"#select={EVENT}")
    figures = page.locator("details.figures")
    assert "(3)" in figures.locator("summary").inner_text()
    assert "3,000 troops" in figures.inner_text()
    assert "Ethiopian Foreign Ministry for Ethiopia says so" in figures.inner_text()


def test_an_agent_shows_its_claims_and_events(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.mouse.click(*middle(page, "ERI"))
    text = panel(page)
    assert "Eritrean Information Ministry" in text
    assert "Takes part in" in text
    assert "Asmara on Monday denied" in text


def test_what_the_query_gives_beyond_is_shown_with_the_claim(open_page: Open) -> None:
    more = {"kind": "flatDenial", "said_on": "2031-03-03", "origins": "o1|o2"}
    made = [row | more for row in rows()]
    page = open_page(render(network(made, AGENTS), "More"))
    page.evaluate("id => window.statecraft.select(id)", "https://example.org/claim/c004")
    for words in ("flat denial", "said on\n2031-03-03", "8 other claims on this event"):
        assert words in panel(page)


def test_support_counts_articles_stories_and_origins(open_page: Open) -> None:
    made = [row | {"origins": "o1|o2"} for row in rows()]
    page = open_page(render(network(made, AGENTS), "Support"))
    page.evaluate("id => window.statecraft.select(id)", made[0]["event"])
    text = panel(page)
    assert "independent stor" in text
    assert "2 origins" in text


def test_no_label_lies_on_another(html: str, open_page: Open) -> None:
    assert_apart(open_page(html))


def test_a_moved_node_stays_there_and_its_lines_follow(html: str, open_page: Open) -> None:
    page = open_page(html)
    start, line = middle(page, "ERI"), middle(page, LINE)
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + 60, start[1] + 40, steps=4)
    page.mouse.up()
    moved = middle(page, "ERI")[0] - start[0]
    assert 30 < moved <= 60  # the first few pixels only tell a drag from a click
    assert middle(page, LINE)[0] - line[0] == pytest.approx(moved / 2, abs=3)
    kept = page.evaluate("location.hash")
    assert "moved=" in kept
    again = open_page(html, hash=kept)
    assert again.evaluate("window.statecraft.spot('ERI')") == page.evaluate(
        "window.statecraft.spot('ERI')"
    )
    page.get_by_role("button", name="Put back").click()
    assert page.evaluate("location.hash") == ""


def test_a_filter_leaves_the_rest_where_it_is(html: str, open_page: Open) -> None:
    page = open_page(html, reduced_motion="reduce")
    page.get_by_role("button", name="Zoom in").click()
    before = middle(page, "ETH")
    for name in ("Aid", "contested events"):  # few changes and many
        page.get_by_role("checkbox", name=name).click()
        assert middle(page, "ETH") == pytest.approx(before, abs=1)


def test_what_is_folded_is_said_and_comes_out(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "fold", lambda found: fold(found, limit=6))
    monkeypatch.setattr(page_module, "LINES_LIMIT", 6)
    found = network(rows(), AGENTS)
    page = open_page(render(found, "Folded"))
    count = len(found.bundles)
    assert f"Drawn: 6 of {count} lines" in page.inner_text("#folded")
    page.evaluate("window.statecraft.select('https://example.org/event/escort')")
    assert "two frigates" in panel(page)
    assert "Deployment|KEN|DJI" in drawn(page)
    page.evaluate("window.statecraft.select('')")
    page.get_by_role("button", name="Draw more").click()
    assert len(lines(page)) == 12
    assert_apart(page)  # what was folded is placed where it is free
    page.get_by_role("checkbox", name="Deployment").uncheck()
    assert len(lines(page)) == 12  # others come in their stead
    page.get_by_role("button", name="Draw more").click()
    assert len(lines(page)) == sum(line.event_class != "Deployment" for line in found.bundles)
    assert "All" in page.inner_text("#folded")


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
    frame.locator("#query").fill("fiction")
    frame.locator("#query").press("Enter")
    frame.locator("#panel h2", has_text="1 hit").wait_for()
    frame.get_by_role("button", name="Keys").click()
    frame.get_by_role("button", name="Close").click()
    with page.expect_download() as saved:
        frame.get_by_role("button", name="Save the claims").click()
    assert saved.value.suggested_filename == "claims.csv"
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
