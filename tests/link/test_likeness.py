"""Chances by hand: rules that no weight outweighs, and the closed file of weights."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kg.errors import KnowledgeError
from kg.link import likeness
from kg.link.classes import class_tree
from kg.link.likeness import Likeness
from kg.link.mentions import mention
from kg.link.sights import Sight, sight
from kg.model import Article, Evidence, Quantity
from tests.link.claims import AGENTS, claim, span

EVERY_SIGN = dict.fromkeys(likeness.SIGNS, 9.0)
SURE = Likeness(class_tree(), EVERY_SIGN, EVERY_SIGN, EVERY_SIGN)
"""Weights by which everything is one event, so that only rules keep two apart."""


def seen(published: str | None = "2021-03-01", text: str = "", **slots: Any) -> Sight:
    tree, given = class_tree(), claim("a", 0, **{"event_class": "Attack"} | slots)
    day = date.fromisoformat(published) if published else None
    article = Article("a", text or "words of it.", published=day)
    held = {agent.key: agent for agent in AGENTS}
    return sight(mention(given, article, {}, tree), article, held, tree)


def chance(one: Sight, other: Sight, *, inside: bool = False) -> float:
    return SURE.chance(one, other, inside)


def men(count: int) -> Quantity:
    return Quantity(Decimal(count), Decimal(count), "men", "", f"{count} men")


FIRST = {"time": span("2021-03-01"), "place": "Kassala", "quantity": men(30)}


@pytest.mark.parametrize(
    ("other", "one_event"),
    [
        ({}, True),
        ({"quantity": men(90)}, True),  # day and place agree
        ({"time": span("2021-03-03")}, True),  # reports differ by days
        ({"place": "Gedaref", "quantity": men(90)}, True),  # the day agrees
        ({"time": span("2021-03-06"), "place": "Gedaref"}, True),  # the figure agrees
        ({"time": span("2021-03-06"), "place": "Gedaref", "quantity": None}, False),
        ({"time": span("2021-03-03"), "place": "Gedaref", "quantity": men(90)}, False),
        ({"time": span("2021-03-20"), "quantity": men(90)}, False),  # days far apart count twice
        ({"time": span("2021-03-20"), "place": "", "quantity": None}, True),  # a day alone may err
    ],
)
def test_what_differs_more_than_it_agrees_is_two_events(other, one_event):
    assert (chance(seen(**FIRST), seen(**FIRST | other)) > 0) == one_event


WAR = {"trigger": Evidence("war", 0, 3)}


@pytest.mark.parametrize(
    ("other", "published", "found"),
    [
        (WAR, "2021-05-01", likeness.SURELY),
        (WAR, "2023-03-01", likeness.PERHAPS),
        (WAR, "2029-03-01", 0.0),  # another war
        (WAR | {"time": span("2019-02-01")}, "2021-03-02", likeness.SURELY),  # when it began
        (WAR | {"recipients": ("SDN",)}, "2021-03-02", 0.0),
        ({"time": span("2021-03-01")}, "2021-03-01", 0.0),  # one of its strikes
    ],
    ids=[
        "two months on",
        "two years on",
        "eight years on",
        "when it began",
        "upon somebody else",
        "a strike",
    ],
)
def test_a_war_is_one_whenever_it_is_told_and_no_strike(other, published, found):
    assert chance(seen(**WAR), seen(published, **other)) == found


@pytest.mark.parametrize(
    ("actors", "one_event"),
    [(("ERI", "ETH"), True), (("ERI", "ETH", "SDN"), True), (("ERI", "SDN"), False),
     (("ERI",), False)],
)  # fmt: skip
def test_who_meets_one_of_two_has_not_met_both(actors, one_event):
    slots = {"event_class": "Meeting", "recipients": (), "time": span("2021-03-01")}
    both, other = seen(actors=("ERI", "ETH"), **slots), seen(actors=actors, **slots)
    assert (chance(both, other) > 0) == one_event


@pytest.mark.parametrize(("published", "one_event"), [("2021-03-10", True), ("2021-03-20", False)])
def test_news_of_days_two_weeks_apart_is_of_two_events(published, one_event):
    aid = {"event_class": "Aid"}
    assert (chance(seen(**aid), seen(published, **aid)) > 0) == one_event


def test_the_last_day_is_not_the_last_day_of_tomorrow():
    today = seen(time=span("2021-02-28", "2021-03-01"))
    tomorrow = seen("2021-03-02", time=span("2021-03-01", "2021-03-02"))
    assert (today.when, tomorrow.when) == (
        (date(2021, 3, 1), date(2021, 3, 1)), (date(2021, 3, 2), date(2021, 3, 2)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[within]\n[across]", "digests"),
        ("[within]\n[across]\n[digests]\nagree = 1", "agree"),
        ("[within]\n[across]\n[digests]\nnear = 'x'", "near"),
        ("[within", "not valid TOML"),
    ],
)
def test_weights_outside_the_schema_are_refused(tmp_path, monkeypatch, text, named):
    path = tmp_path / "likeness.toml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(likeness, "ontology", lambda *parts: path)
    with pytest.raises(KnowledgeError, match=named):
        likeness.likeness.__wrapped__()


def test_what_nobody_dates_is_one_event_only_at_one_place():
    told = [seen(None, place=place, objects=("petrol station",)) for place in ("Kassala", "Keren")]
    assert chance(*told) == 0
    assert chance(told[0], told[0]) > 0
