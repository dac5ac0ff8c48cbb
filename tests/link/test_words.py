from decimal import Decimal

import pytest

from kg.link.classes import class_tree
from kg.link.likeness import Likeness
from kg.link.words import joined_by
from kg.model import Quantity
from tests.link.claims import span
from tests.link.sights import mentioned, seen

LIKE = Likeness(class_tree(), {}, {}, {})
MEN = Quantity(Decimal(30), Decimal(30), "men", "", "30 men")


def why(one: dict, other: dict, *, inside: bool = False) -> list[str]:
    """What is told of both; the first is of 1 March, the second of 4 March."""
    sights = seen(mentioned(**one)), seen(mentioned("b", "2021-03-04", **other))
    *told, likelihood = joined_by(*sights, 0.934, LIKE, inside=inside).split("; ")
    assert likelihood == "likelihood 0.93"
    return told


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({}, {}, ["same actor and recipient", "published 3 days apart"]),
        ({}, {"recipients": ()}, ["same actor", "published 3 days apart"]),
        ({}, {"actors": ("TCD",), "recipients": ()}, ["published 3 days apart"]),
        (
            {"event_class": "Meeting", "actors": ("ERI", "ETH"), "recipients": ()},
            {"event_class": "Meeting", "actors": ("ETH", "ERI"), "recipients": ()},
            ["same parties", "published 3 days apart"],
        ),
        (
            {"time": span("2021-03-01")},
            {"time": span("2021-03-02")},
            ["same actor and recipient", "1 day apart"],
        ),
        (
            {"time": span("2021-03-01")},
            {"time": span("2021-02-01", "2021-03-02")},
            ["same actor and recipient", "days that meet"],
        ),
        (
            {"place": "Kassala", "quantity": MEN},
            {"place": "Kassala", "quantity": MEN},
            ["same actor and recipient", "published 3 days apart", "one place (kassa)",
             "figures that agree (sent)"],
        ),
    ],
)  # fmt: skip
def test_it_says_what_decided(one, other, told):
    assert why(one, other) == told


def test_another_class_and_one_article_are_said():
    assert why({}, {"event_class": "Aid"}, inside=True)[0] == "Aid beside Deployment"
    assert why({}, {}, inside=True)[-1] == "told in one article"
