"""Events that would share a label, by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kg.link.classes import class_tree
from kg.link.group import Group
from kg.link.labels import labels
from kg.link.mentions import mention
from kg.link.sights import sight
from kg.model import Evidence, Quantity, TimeSpan
from tests.link.claims import AGENTS, claim, reading, span

BY_KEY, TREE = {agent.key: agent for agent in AGENTS}, class_tree()


def group(name: str, **slots: Any) -> Group:
    """An attack of one day that an article tells of."""
    attack = {"event_class": "Attack", "time": span("2021-03-01"), "place": "Kassala"}
    told = claim(name, 0, **attack | slots)
    seen = mention(told, reading(name, told).article, {}, TREE)
    shown = sight(seen, None, BY_KEY, TREE)
    return Group("Attack", seen.actors, seen.recipients, [seen], shown, {})


def count(number: int, unit: str) -> Quantity:
    return Quantity(Decimal(number), Decimal(number), unit, "", f"{number} {unit}")


def test_a_label_that_one_event_has_tells_no_more_than_it_needs():
    found = labels([group("a", objects=("rockets",))], BY_KEY)
    assert found == ["Attack: Eritrea → Ethiopia, Kassala (1 March 2021)"]


@pytest.mark.parametrize(
    ("one", "other", "details"),
    [
        ({"objects": ("rockets",)}, {"objects": ("convoys",)}, ["rockets", "convoys"]),
        ({"quantity": count(3, "men")}, {"quantity": count(90, "men")}, ["3 men", "90 men"]),
        ({"trigger": Evidence("raids", 0, 5)}, {"trigger": Evidence("shells", 0, 6)},
         ["“raids”", "“shells”"]),
        ({"objects": ("rockets",), "trigger": Evidence("raids", 0, 5)},
         {"objects": ("rockets",), "trigger": Evidence("shells", 0, 6)},
         ["rockets, “raids”", "rockets, “shells”"]),
        ({"evidence": Evidence("One", 0, 3)}, {"evidence": Evidence("y" * 99, 0, 99)},
         ["“words”, told 1 March 2021, One", f"“words”, told 1 March 2021, {'y' * 60} …"]),
        ({}, {}, ["“words”, told 1 March 2021, words, a at character 0",
                  "“words”, told 1 March 2021, words, b at character 0"]),
    ],
    ids=["thing", "figure", "word", "thing and word", "quote", "place in the article"],
)  # fmt: skip
def test_events_that_would_share_a_label_are_told_with_what_sets_them_apart(one, other, details):
    found = labels([group("a", **one), group("b", **other)], BY_KEY)
    assert found == [f"Attack: Eritrea → Ethiopia, Kassala, {x} (1 March 2021)" for x in details]


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (date(2023, 1, 1), "since 2023"),
        (date(2024, 3, 1), "since March 2024"),
        (date(2024, 3, 9), "since 9 March 2024"),
    ],
)
def test_a_time_without_an_end_is_told_as_that(start, told):
    open_end = group("a", time=TimeSpan(start, None, "words"))
    assert labels([open_end], BY_KEY) == [f"Attack: Eritrea → Ethiopia, Kassala ({told})"]
