"""Figures of one event by hand: who revises, and who disagrees with whom."""

from datetime import date
from decimal import Decimal

from kg.link.figures import MOST_FIGURES, Figure, figure_relations
from kg.link.voices import voices
from kg.model import Article, Claim, Event, Evidence, Quantity, Story
from tests.link.claims import AGENTS, claim, span


def count(low: int | None, high: int | None, unit: str = "troops") -> Quantity:
    bounds = [None if n is None else Decimal(n) for n in (low, high)]
    return Quantity(*bounds, unit, "", f"{low} {unit}")


def told(
    article: str, day: int, low: int, who: str | None = "ETH", high: int = 0, **slots
) -> Claim:
    given = {"quantity": count(low, high or low), "said": span(f"2021-03-{day:02}")}
    return claim(article, 0, **{"claimant": who} | given | slots)


def related(*claims: Claim, repeated: frozenset[str] = frozenset()) -> set[tuple[str, str, str]]:
    names = sorted({c.article for c in claims})
    stories = [Story(f"of-{name}", (name,)) for name in names]
    heard = voices(AGENTS, [Article(name, "") for name in names], stories)
    event = Event("e", "Deployment", ("ERI",), ("ETH",), None, "", tuple(c.id for c in claims))
    found = figure_relations({c.id: c for c in claims}, [event], heard, repeated)
    return {(one.kind, one.claim, one.other) for one in found}


def test_a_voice_that_gives_another_figure_later_revises():
    assert related(told("b", 5, 30), told("a", 1, 10)) == {("revises", "b.0", "a.0")}
    assert related(told("a", 1, 10), told("b", 5, 5, high=20)) == set()  # they meet


def test_two_voices_disagree_while_both_figures_stand():
    assert related(told("a", 1, 10), told("b", 5, 30, "ERI")) == {("figure", "b.0", "a.0")}
    revised = related(told("a", 1, 10), told("b", 3, 30), told("c", 5, 30, "ERI"))
    assert revised == {("revises", "b.0", "a.0")}  # whoever agrees with the new one says no more


def test_of_one_day_nobody_can_say_which_figure_is_later():
    assert related(told("a", 1, 10), told("b", 1, 30)) == set()


def killed(article: str, day: int, number: int, who: str) -> Claim:
    words = f"killed {number} people"
    return told(article, day, number, who, event_class="Attack", evidence=Evidence(words, 0, 16),
                quantity=count(number, number, "people"))  # fmt: skip


def test_a_toll_that_another_counts_higher_later_has_grown():
    assert related(killed("a", 1, 10, "ETH"), killed("b", 5, 30, "ERI")) == {
        ("revises", "b.0", "a.0")
    }
    assert related(killed("a", 1, 30, "ETH"), killed("b", 5, 10, "ERI")) == {
        ("figure", "b.0", "a.0")
    }


def test_what_is_planned_denied_or_only_repeated_is_not_compared():
    assert related(told("a", 1, 10), told("b", 5, 30, modality="planned")) == set()
    assert related(told("a", 1, 10), told("b", 5, 30, "ERI", stance="denies")) == set()
    assert related(told("a", 1, 10), told("b", 5, 30, None), repeated=frozenset({"b.0"})) == set()
    other = told("b", 5, 0, quantity=count(30, 30, "tanks"))
    assert related(told("a", 1, 10), other) == set()


def test_of_very_many_figures_only_neighbours_in_size_are_compared():
    agents = [f"voice{n:02}" for n in range(MOST_FIGURES + 5)]
    many = [told(f"a{n:02}", 1, 10 + n, who) for n, who in enumerate(agents)]
    assert len(related(*many)) == len(many) - 1
    assert len(related(*many[:5])) == 10


def test_figures_stand_together_unless_one_was_revised_before():
    def figure(since: int | None, until: int | None = None) -> Figure:
        days = [None if n is None else date(2021, 3, n) for n in (since, until)]
        return Figure("x", Decimal(1), Decimal(2), [], *days)

    assert figure(1).stood_with(figure(5))
    assert not figure(1, 4).stood_with(figure(5))
    assert figure(None).stood_with(figure(5, 6))
    assert figure(1).agrees(Figure("y", Decimal(2), Decimal(9), [], None))
    assert not figure(1).agrees(Figure("y", Decimal(3), Decimal(9), [], None))
