from decimal import Decimal

import pytest

from kg.link.measures import Measure, bounds, counted, kind, measure, with_kinds
from kg.model import Evidence, Quantity
from tests.link.claims import claim


def some(low: int | None, high: int | None, unit: str = "troops", qualifier: str = "") -> Quantity:
    least, most = (None if n is None else Decimal(n) for n in (low, high))
    return Quantity(least, most, unit, qualifier, f"{low} {unit}")


def counted_in(quantity: Quantity, quote: str = "words", **slots) -> str:
    return counted(claim("a", 0, quantity=quantity, evidence=Evidence(quote, 0, 9), **slots))


def test_a_rough_figure_stretches_and_an_open_one_has_no_end():
    assert bounds(some(3000, 3000)) == (3000, 3000)
    assert bounds(some(3000, 3000, qualifier="around")) == (2700, 3300)
    assert bounds(some(None, 5)) == (-Decimal("Infinity"), 5)
    assert bounds(some(5, None)) == (5, Decimal("Infinity"))


@pytest.mark.parametrize(
    ("low", "high", "agrees", "is_close"),
    [(3000, 3000, True, True), (2800, 3100, True, True), (1, 9000, True, False),
     (100, 200, False, False)],
)  # fmt: skip
def test_what_may_both_be_true_and_what_says_about_the_same(low, high, agrees, is_close):
    one, other = Measure("sent", *map(Decimal, (3000, 3000))), Measure("sent", Decimal(low),
                                                                       Decimal(high))  # fmt: skip
    assert (one.agrees(other), one.is_close(other)) == (agrees, is_close)
    assert (other.agrees(one), other.is_close(one)) == (agrees, is_close)


def test_what_a_figure_counts():
    assert counted_in(some(5, 5, "USD")) == "money usd"
    assert counted_in(some(5, 5, "tanks")) == "pieces tanks"
    assert counted_in(some(5, 5, "troops")) == "sent"
    assert counted_in(some(5, 5, "troops"), phase="ongoing") == "present"
    assert counted_in(some(5, 5, "troops"), "5 troops were killed") == "killed"
    assert counted_in(some(5, 5, "troops"), event_class="Meeting") == "people"
    assert counted_in(some(5, 5, "rounds"), event_class="Meeting") == "rounds"


def test_another_so_many_stands_for_nothing_by_itself():
    assert list(measure(claim("a", 0, quantity=some(500, 500, qualifier="another")))) == []
    assert list(measure(claim("a", 0))) == []


def test_only_figures_get_a_kind():
    told, untold = with_kinds([claim("a", 0, quantity=some(5, 5)), claim("a", 9)])
    assert told.quantity.kind == kind(told) == "sent"
    assert untold == claim("a", 9)
