from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
LINE = "Deployment|ERI|SDN"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DARK = {"color_scheme": "dark"}
COLOURS = {"dark": DARK, "forced": {"forced_colors": "active"}}
"""How a screen may be coloured, besides light."""
OF_COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that look at colours, which are all that a colouring changes."""
WAYS = pytest.mark.parametrize(
    "options",
    [{}, *COLOURS.values(), PHONE, PHONE | DARK],
    ids=["light", *COLOURS, "narrow", "narrow and dark"],
)
NAME = """node => node.getAttribute("aria-label") || node.labels?.[0]?.innerText.trim()
  || node.innerText.trim() || node.id"""
FOCUSED = f"""() => {{
  const node = document.activeElement, style = getComputedStyle(node)
  const outline = `${{style.outlineStyle}} ${{style.outlineWidth}}`
  return [({NAME})(node), outline, node === document.body]
}}"""
VISIBLE = f"""nodes => nodes.filter((node) => {{
  const {{ width, height }} = node.getBoundingClientRect()
  return width && height && node.checkVisibility({{ visibilityProperty: true }})
}}).map({NAME})"""
FOCUSABLE = (
    "button:not([hidden]):not(:disabled), input:not([hidden]), select, summary, "
    "#network, #table:not([hidden])"
)


def barriers(page: Any, only: Sequence[str] = ()) -> list[tuple[str, str]]:
    """What axe-core finds to be serious or critical, by all its rules or `only` some."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    asked: dict[str, Any] = {"resultTypes": ["violations"]}
    if only:
        asked["runOnly"] = {"type": "rule", "values": [*only]}
    found = page.evaluate("asked => axe.run(document, asked)", asked)
    return [
        (rule["id"], node["html"])
        for rule in found["violations"]
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "narrow"])
@pytest.mark.parametrize(
    "hash",
    [
        "",
        f"#select={LINE}",
        "#select=https://example.org/claim/c004",
        "#view=table&sort=-who",
        "#ask=figures&hide=asserts",
        "#around=ERI.1&select=ERI",
        "#find=troops&from=2031-03-03&to=2031-03-05",
    ],
    ids=["overview", "line", "claim", "table", "question", "around", "search"],
)
def test_axe_finds_no_barrier(
    html: str, open_page: Open, options: dict[str, Any], hash: str
) -> None:
    """In each colouring too, but once: no width changes a colour, and no colour anything else."""
    page = open_page(html, hash=hash, **options)
    if summary := page.locator("#legend-box:not([open]) summary").all():
        summary[0].click()  # on a narrow screen the legend is closed at first
    assert barriers(page) == []
    for name, media in ({} if options else COLOURS).items():
        page.emulate_media(**{"color_scheme": "light", "forced_colors": "none"} | media)
        assert barriers(page, only=OF_COLOURS) == [], name


def test_axe_finds_no_barrier_in_the_help(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("button", name="Keys").click()
    assert barriers(page) == []


def test_axe_would_find_one(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.evaluate("document.querySelector('#query').previousElementSibling.remove()")
    page.evaluate("document.querySelector('#query').removeAttribute('placeholder')")
    assert [rule for rule, _ in barriers(page)] == ["label"]


def reached(page: Any, count: int) -> list[str]:
    """The names of what has the focus while Tab is pressed."""
    names = []
    for _ in range(count):
        page.keyboard.press("Tab")
        names.append(page.evaluate(f"({NAME})(document.activeElement)"))
    return names


@pytest.mark.parametrize(
    "hash",
    ["", f"#select={LINE}&moved={json.dumps([['ERI', 9, 9]])}", "#view=table&from=2031-03-03"],
)
def test_tab_reaches_every_control_and_the_focus_shows(
    html: str, open_page: Open, hash: str
) -> None:
    page = open_page(html, hash=hash)
    wanted = page.locator(FOCUSABLE).evaluate_all(VISIBLE)
    found = set()
    for _ in range(2 * len(wanted)):
        page.keyboard.press("Tab")
        name, seen, outside = page.evaluate(FOCUSED)
        if outside and found:
            break  # once round
        found.add(name)
        if not outside:
            assert seen == "solid 3px", page.evaluate("document.activeElement.outerHTML")
    assert wanted and {*wanted} - found == set()


def focus(page: Any, name: str) -> None:
    """Press Tab until the control of this name has the focus."""
    for _ in range(150):
        page.keyboard.press("Tab")
        reached, _, outside = page.evaluate(FOCUSED)
        if not outside and name in reached:  # else between the last control and the first
            return
    raise AssertionError(f"Tab does not come to {name}")


def test_every_filter_is_used_by_keyboard_alone(html: str, open_page: Open) -> None:
    page = open_page(html)
    press, hash = page.keyboard.press, lambda: page.evaluate("location.hash")
    for name in ("denies", "alleged", "Attack", "contested events", "two or more"):
        focus(page, name)
        press("Space")
    assert hash() == "#contested=1&stories=2&hide=Attack%2Calleged%2Cdenies"
    focus(page, "Show everything")
    press("Enter")
    assert hash() == ""
    focus(page, "Only denies")
    press("Enter")
    assert hash() == "#hide=asserts%2Cunconfirmed"
    press("Enter")
    for name, entry in (("claimants", "Kenya"), ("articles", "Port deal")):
        focus(page, f"{name.title()}: ")
        press("Enter")
        focus(page, f"Narrow the {name} down")
        page.keyboard.type(entry)
        focus(page, entry)
        press("Space")
        assert page.evaluate(f"({NAME})(document.activeElement)").find(entry) >= 0  # it stays
    assert hash() == "#claimant=KEN&article=a6"
    focus(page, "Show everything")
    press("Enter")
    focus(page, "From")
    page.keyboard.type("03032031")
    assert hash() == "#from=2031-03-03"
    focus(page, "Show everything")
    press("Enter")
    focus(page, "From day")
    press("ArrowRight")
    focus(page, "To day")
    press("ArrowLeft")
    assert hash() == "#from=2031-03-03&to=2031-03-10"
    assert page.get_by_label("From day").get_attribute("aria-valuetext") == "2031-03-03"
    focus(page, "All days")
    press("Enter")
    assert hash() == ""


def test_every_other_control_is_used_by_keyboard_alone(html: str, open_page: Open) -> None:
    page = open_page(html)
    press, hash = page.keyboard.press, lambda: page.evaluate("location.hash")
    focus(page, "Table")
    press("Enter")
    assert hash() == "#view=table"
    press("Shift+Tab")
    press("Enter")
    assert hash() == ""
    focus(page, "Keys")
    press("Enter")
    assert page.locator("#help").is_visible()
    press("Escape")
    assert not page.locator("#help").is_visible()
    for name, file in (("Save the drawing", "network.png"), ("Save the claims", "claims.csv")):
        focus(page, name)
        with page.expect_download() as saved:
            press("Enter")
        assert saved.value.suggested_filename == file
    focus(page, "Share")
    press("Enter")
    assert page.locator("#share").is_visible()
    press("Escape")
    focus(page, "Who denies what?")
    press("Enter")
    assert hash() == "#ask=denials&hide=asserts%2Cunconfirmed"
    press("Tab")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")
    focus(page, "All questions")
    press("Enter")
    focus(page, "Search agents")
    page.keyboard.type("fiction")
    press("Enter")
    assert "dismissed as fiction" in page.inner_text("#panel")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")


def test_the_drawing_is_used_by_keyboard_alone(html: str, open_page: Open) -> None:
    page = open_page(html)
    press, hash = page.keyboard.press, lambda: page.evaluate("location.hash")
    focus(page, "Network of agents")
    press("ArrowRight")
    assert hash().startswith("#select=")
    said = page.inner_text("#spoken")
    assert said and said != "Overview"
    press("Shift+ArrowDown")
    assert "moved=" in hash()
    focus(page, "Put back")
    press("Enter")
    assert "moved=" not in hash()
    press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    press("Shift+Tab")
    focus(page, "Network of agents")
    press("+")
    page.wait_for_timeout(400)
    assert "at=" in hash()
    press("0")
    assert "at=" not in hash()
    press("Escape")
    assert hash() == ""
    for name in ("Zoom in", "Zoom out", "Fit"):
        focus(page, name)
        press("Enter")


WALK = """() => {
  const press = (key) => document.querySelector("#network")
    .dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
  const seen = new Set(), frontier = [""]
  while (frontier.length) {
    const start = frontier.pop()
    for (const arrow of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      window.statecraft.select(start)
      press(arrow)
      const now = new URLSearchParams(location.hash.slice(1)).get("select")
      if (now && !seen.has(now)) { seen.add(now); frontier.push(now) }
    }
  }
  return [...seen].sort()
}"""
"""Presses arrows from each node that they have come to. It is done in the page, which would else be
painted a hundred times."""


def test_every_node_is_reached_by_arrows(html: str, open_page: Open) -> None:
    page = open_page(html)
    assert page.evaluate(WALK) == sorted(page.evaluate("window.statecraft.drawn()"))


@WAYS
def test_it_opens_everywhere(html: str, open_page: Open, options: dict[str, Any]) -> None:
    page = open_page(html, **options)
    page.evaluate("id => window.statecraft.select(id)", LINE)
    assert "Denied (2)" in page.inner_text("#panel")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0  # nothing sticks out sideways


def in_sight(page: Any, css: str) -> bool:
    page.wait_for_timeout(600)  # what scrolls smoothly has come to rest
    box = page.locator(css).first.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["wide", "narrow"])
def test_a_newcomer_finds_who_denies_what_and_which_figures_in_three_presses(
    html: str, open_page: Open, options: dict[str, Any]
) -> None:
    page = open_page(html, **options)
    place = page.evaluate("id => window.statecraft.place(id)", LINE)
    page.mouse.click(place["x"], place["y"])  # 1
    if options:
        assert in_sight(page, ".jumps .denies")
        assert "by Eritrea" in page.inner_text(".jumps")
        page.locator(".jumps .denies").click()  # 2
    assert in_sight(page, ".side.denies .names")
    assert "Eritrea" in page.inner_text(".side.denies .names")
    assert in_sight(page, ".side.denies blockquote")
    figures = page.locator("details.figures")
    if figures.get_attribute("open") is None:
        figures.locator("summary").click()  # 3
    assert "Ethiopia says so" in figures.inner_text()


def test_nothing_moves_by_itself_where_that_is_not_wanted(html: str, open_page: Open) -> None:
    page = open_page(html, reduced_motion="reduce")
    before = page.evaluate("window.statecraft.place('ERI')")
    page.get_by_role("button", name="Zoom in").click()
    at_once = page.evaluate("window.statecraft.place('ERI')")
    page.wait_for_timeout(300)
    assert before != at_once == page.evaluate("window.statecraft.place('ERI')")
