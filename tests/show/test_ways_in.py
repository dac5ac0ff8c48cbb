from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

import pytest

from kg.show.network import network
from kg.show.page import render
from tests.show.sample import AGENTS, rows

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def lines(page: Any) -> set[str]:
    return {line["id"] for line in page.evaluate("window.statecraft.lines()")}


def pick(page: Any, title: str, entry: str, wanted: bool = True) -> None:
    """Choose an entry of a list of which several may be wanted, or leave it out again."""
    box = page.locator("details.pick", has_text=title)
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    box.get_by_label(f"Narrow the {title.lower()} down").fill(entry)
    box.get_by_role("checkbox", name=entry).first.set_checked(wanted)


def claims(page: Any) -> int:
    """How many claims the table holds."""
    page.get_by_role("button", name="Table").click()
    return page.locator("#table tbody tr").count()


def test_filters_change_what_is_drawn_and_the_address_keeps_them(
    html: str, open_page: Open
) -> None:
    page = open_page(html)
    everything = lines(page)
    page.get_by_role("checkbox", name="denies").uncheck()
    assert "Event||DJI" not in lines(page)  # only denied
    page.get_by_role("checkbox", name="Attack").uncheck()
    assert lines(page) < everything
    assert not any(line.startswith("Attack") for line in lines(page))
    kept = page.evaluate("location.hash")
    assert kept == "#hide=Attack%2Cdenies"
    page.get_by_role("button", name="Show everything").click()
    assert lines(page) == everything
    again = open_page(html, hash=kept)
    assert not any(line.startswith("Attack") for line in lines(again))
    assert not again.get_by_role("checkbox", name="denies").is_checked()


def test_only_contested(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("checkbox", name="contested events").check()
    assert len(lines(page)) == 8
    assert page.evaluate("location.hash") == "#contested=1"


def test_only_one_of_its_kind_and_back(html: str, open_page: Open) -> None:
    page = open_page(html)
    only = page.get_by_role("button", name="Only denies", exact=True)
    only.click()
    assert page.evaluate("location.hash") == "#hide=asserts%2Cunconfirmed"
    assert only.get_attribute("aria-pressed") == "true"
    found = network(rows(), AGENTS).bundles
    assert lines(page) == {line.id for line in found if "denies" in dict(line.stances)}
    only.click()
    assert page.evaluate("location.hash") == ""


def counted(page: Any, name: str) -> int:
    return int(page.locator(f"#legend .count[data-value='{name}']").inner_text())


def test_counts_beside_filters_follow_days_and_the_other_filters(
    html: str, open_page: Open
) -> None:
    page = open_page(html, hash="#from=2031-03-03&to=2031-03-05&hide=denies")
    inside = [row for row in rows() if "2031-03-03" <= row["published"] <= "2031-03-05"]
    assert counted(page, "denies") == sum(row["stance"] == "denies" for row in inside)
    told = [row for row in inside if row["stance"] != "denies"]
    assert counted(page, "alleged") == sum(row["modality"] == "alleged" for row in told)
    assert counted(page, "Meeting") == sum(row["class"] == "Meeting" for row in told)


def test_only_with_two_or_more_independent_stories(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("checkbox", name="two or more").check()
    wanted = {event.id for event in network(rows(), AGENTS).events if event.stories > 1}
    assert claims(page) == sum(row["event"] in wanted for row in rows())


def test_by_claimant_and_whom_it_speaks_for(html: str, open_page: Open) -> None:
    page = open_page(html)
    pick(page, "Claimants", "Eritrea")
    assert page.evaluate("location.hash") == "#claimant=ERI"
    said = sum("ERI" in (row["claimant_of_key"], row["claimant_key"]) for row in rows())
    assert claims(page) == said
    pick(page, "Claimants", "The article itself")
    own = sum(not row["claimant_key"] for row in rows())
    assert page.locator("#table tbody tr").count() == said + own
    assert "2 chosen" in page.inner_text("#claimant-box summary")
    pick(page, "Claimants", "Eritrea", wanted=False)
    assert page.locator("#table tbody tr").count() == own


def test_a_list_is_narrowed_down_by_any_name(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.locator("#claimant-box summary").click()
    page.get_by_label("Narrow the claimants down").fill("OAU")
    assert page.locator("#claimant-list li").all_text_contents() == ["African Union3"]
    page.get_by_label("Narrow the claimants down").fill("zzz")
    assert "Nothing holds these words" in page.inner_text("#claimant-box")


def test_by_article(html: str, open_page: Open) -> None:
    page = open_page(html)
    for title in ("Drones for Khartoum", "Summit ends"):
        pick(page, "Articles", title)
    assert page.evaluate("location.hash") == "#article=a4&article=a5"
    assert claims(page) == sum(row["article"] in {"a4", "a5"} for row in rows())


def test_by_days(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_label("From", exact=True).fill("2031-03-03")
    page.get_by_label("To", exact=True).fill("2031-03-05")
    wanted = sum("2031-03-03" <= row["published"] <= "2031-03-05" for row in rows())
    assert claims(page) == wanted
    assert "from=2031-03-03&to=2031-03-05" in page.evaluate("location.hash")
    assert "Chosen: 2031-03-03 to 2031-03-05" in page.inner_text("#timeline")


def test_the_timeline_counts_claims_per_day_and_is_a_brush(html: str, open_page: Open) -> None:
    page = open_page(html)
    most = max(
        sum(row["published"] == day for row in rows())
        for day in {row["published"] for row in rows()}
    )
    assert f"per day of publication, at most {most}" in page.inner_text("#timeline")
    box = page.locator("#bars").bounding_box()  # ten days, 2031-03-02 to 11
    at = [box["x"] + box["width"] * (day + 0.5) / 10 for day in (1, 3)]
    page.mouse.move(at[0], box["y"] + 20)
    page.mouse.down()
    page.mouse.move(at[1], box["y"] + 20, steps=3)
    page.wait_for_timeout(100)
    page.mouse.up()
    assert page.evaluate("location.hash") == "#from=2031-03-03&to=2031-03-05"
    page.get_by_role("button", name="All days").click()
    assert page.evaluate("location.hash") == ""


def test_claims_without_a_date_are_told_when_days_are_chosen(open_page: Open) -> None:
    made = [row | ({"published": ""} if row["article"] == "a1" else {}) for row in rows()]
    page = open_page(
        render(network(made, AGENTS), "Undated"), hash="#from=2031-03-03&to=2031-03-04"
    )
    undated = sum(row["article"] == "a1" for row in rows())
    assert f"{undated} claims without a date left out" in page.inner_text("#timeline")


def test_no_claim_left_is_said(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#hide=asserts,denies,unconfirmed")
    assert page.locator("#nothing").is_visible()
    assert page.evaluate("window.statecraft.drawn()") == []


def test_search_finds_agents_and_words_of_quotes(html: str, open_page: Open) -> None:
    page = open_page(html)
    search = page.locator("#query")
    search.fill("fiction")
    page.locator("#panel h2", has_text="1 hit").wait_for()
    assert "dismissed as fiction" in page.inner_text("#panel")
    search.fill("kenya")
    page.locator("#panel h3", has_text="Agents (2)").wait_for()
    search.fill("oau")  # another name of the African Union
    page.locator("#panel h3", has_text="Agents (1)").wait_for()
    assert "African Union" in page.inner_text("#panel")
    search.fill("zzz")
    page.locator("#panel h2", has_text="Nothing holds").wait_for()


def test_the_table_holds_the_same_claims(html: str, open_page: Open) -> None:
    page = open_page(html)
    assert claims(page) == len(rows())
    page.get_by_role("checkbox", name="asserts").uncheck()
    assert claims(page) == sum(row["stance"] != "asserts" for row in rows())


def test_the_table_sorts_by_every_column_both_ways(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#view=table")
    column = {name: at for at, name in enumerate(("Event", "Who says it", "Stance", "Words"), 1)}

    def cells(name: str) -> list[str]:
        found = page.locator(f"#table tbody td:nth-child({column[name]})").all_inner_texts()
        return [text.split("\n")[0] for text in found]

    for name in ("Event", "Who says it"):
        button = page.locator("#table th").get_by_role("button", name=name)
        button.click()
        assert button.locator("xpath=..").get_attribute("aria-sort") == "ascending"
        upward = cells(name)
        button.click()
        downward = cells(name)
        assert downward[0] != upward[0]
        assert sorted(upward) == sorted(downward)
    assert cells("Who says it")[0] == "Turkish Defence Ministry for Türkiye"
    assert page.evaluate("location.hash") == "#sort=-who&view=table"
    page.locator("#table th").get_by_role("button", name="Figure").click()
    figures = page.locator("#table tbody td:nth-child(5)").all_inner_texts()
    assert figures[0].startswith("at most 2 brigades") and figures[-1] == ""


def test_no_row_is_said(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#view=table&hide=asserts,denies,unconfirmed")
    assert "No rows" in page.inner_text("#table tbody")
    assert "No event passes" in page.inner_text("#panel")


@pytest.mark.parametrize(
    "hash",
    [
        "#around=ERI.1",
        "#between=ERI%7CKEN&ask=between",
        "#claimant=ERI&claimant=article&article=a2",
        "#select=Deployment%7CERI%7CSDN&hide=planned&contested=1&stories=2&claimant=ERI&view=table",
        "#find=troops&article=a2&from=2031-03-03&to=2031-03-04&at=10%2C-20%2C0.800",
        "#moved=%5B%5B%22ERI%22%2C40%2C-30%5D%5D",
    ],
)
def test_an_address_brings_the_view_back(html: str, open_page: Open, hash: str) -> None:
    page = open_page(html, hash=hash)
    wanted = sorted(hash.lstrip("#").split("&"))
    assert sorted(page.evaluate("location.hash").lstrip("#").split("&")) == wanted


@pytest.mark.parametrize(
    "hash",
    [
        "#select=nobody",
        "#around=nobody.1",
        "#between=a%7Cb",
        "#ask=nothing",
        "#sort=x",
        "#moved={",
        "#moved=[[1,2]]",
        "#at=a,b",
        "#from=soon",
        "#lines=-3",
        "#%%%",
    ],
)
def test_an_address_that_means_nothing_opens_everything(
    html: str, open_page: Open, hash: str
) -> None:
    page = open_page(html, hash=hash)
    assert "Contested events (8)" in page.inner_text("#panel")


def test_claims_in_view_are_saved_as_csv(html: str, open_page: Open) -> None:
    page = open_page(html)
    page.get_by_role("checkbox", name="asserts").uncheck()
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    with saved.value.path().open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    wanted = [row for row in rows() if row["stance"] != "asserts"]
    assert sorted(row["quote"] for row in found) == sorted(row["quote"] for row in wanted)
    assert {row["claimant"] for row in found} >= {"Eritrean Information Ministry"}


def test_the_view_is_shared_and_printed(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#hide=Aid")
    page.get_by_role("button", name="Share").click()
    assert page.get_by_label("Its address").input_value() == page.url
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.get_by_role("button", name="Print").click()
    page.locator("#printed[src]").wait_for(state="attached")
    page.emulate_media(media="print")
    box = page.locator("#printed").bounding_box()
    assert box["width"] > 300 and box["height"] > 300
    assert not page.locator("#legend").is_visible() and page.locator("#panel h2").is_visible()
    page.emulate_media(media="screen")
    assert page.evaluate("window.printed") is True


def test_the_view_is_saved_as_png(html: str, open_page: Open) -> None:
    page = open_page(html)
    before = page.evaluate("window.statecraft.place('ERI')")
    with page.expect_download() as saved:
        page.get_by_role("button", name="PNG").click()
    data = saved.value.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    wide = int.from_bytes(data[16:20], "big")
    assert wide == 2 * round(page.locator("#network").bounding_box()["width"])
    assert "drawn: all" in page.evaluate("window.statecraft.caption()")
    assert page.evaluate("window.statecraft.place('ERI')") == pytest.approx(before, abs=1)
