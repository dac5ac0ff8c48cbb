from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.show.network import network
from kg.show.page import render
from tests.show.sample import AGENTS, Row, rows

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
    '=HYPERLINK("javascript:alert(4)")',
)
WORDED = (
    "quote",
    "title",
    "publisher",
    "cue",
    "place",
    "event_label",
    "article",
    "unit",
    "time_text",
)


def hostile_rows() -> list[Row]:
    made: list[Row] = []
    for number, row in enumerate(rows()):
        words = HOSTILE[number % len(HOSTILE)]
        made.append(row | dict.fromkeys(WORDED, words) | {"note": words})
    return made


@pytest.fixture(scope="module")
def hostile() -> str:
    agents = [
        agent | {"label": HOSTILE[n % len(HOSTILE)], "kind": ("State", "Group")[n % 2]}
        for n, agent in enumerate(AGENTS)
    ]
    return render(network(hostile_rows(), agents), HOSTILE[0])


SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
OVERFLOWING = """() => [...document.querySelectorAll("header *, #legend *, #timeline *, #panel *")]
  .filter((node) => node.checkVisibility() && !node.closest("select, svg, .unseen"))
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.outerHTML.slice(0, 80))"""
STICKING_OUT = f"""ids => ids.map((id) => {{
  window.statecraft.select(id)
  return [id, {SIDEWAYS}, ({OVERFLOWING})()]
}}).filter(([_, sideways, nodes]) => sideways > 0 || nodes.length)"""
"""What of each of these sticks out. It is not painted, which would take far longer."""


@pytest.mark.parametrize("width", [1440, 390])
def test_a_hostile_corpus_runs_nothing_and_is_shown_as_written(
    hostile: str, open_page: Open, width: int
) -> None:
    page = open_page(hostile, viewport={"width": width, "height": 844})
    assert page.title() == HOSTILE[0]
    assert page.inner_text("h1") == HOSTILE[0]
    chosen = page.evaluate("window.statecraft.drawn()")
    claims = [row["claim"] for row in hostile_rows()]
    assert page.evaluate(STICKING_OUT, [*chosen, *claims, EVENT]) == []
    page.evaluate("id => window.statecraft.select(id)", EVENT)
    shown = set(page.locator("blockquote").all_text_contents())
    assert shown == {row["quote"] for row in hostile_rows() if row["event"] == EVENT}
    page.evaluate("window.statecraft.find('alert')")
    page.get_by_role("button", name="Table").click()
    assert page.evaluate(SIDEWAYS) <= 0
    assert (
        page.locator("img:not(#printed), iframe, object, #panel script, #table script").count() == 0
    )


def test_a_hostile_corpus_can_be_saved(hostile: str, open_page: Open) -> None:
    page = open_page(hostile)
    for name in ("PNG", "CSV"):
        with page.expect_download():
            page.get_by_role("button", name=name).click()


def test_the_policy_stops_what_would_be_put_in(html: str, open_page: Open, chromium: Any) -> None:
    page = chromium.new_page(offline=True)
    stopped: list[str] = []
    page.on("console", lambda said: stopped.append(said.text))
    page.set_content(html)
    page.wait_for_selector("#panel h2")
    page.evaluate(
        """() => { window.ran = false; const put = document.createElement("div");
        put.innerHTML = "<img src=https://example.org/x.png onerror='window.ran = true'>";
        document.body.append(put); const script = document.createElement("script");
        script.textContent = "window.ran = true"; document.body.append(script);
        return fetch("https://example.org").catch(() => 0); }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is False
    assert sum("Content Security Policy" in text for text in stopped) >= 3
    page.close()
