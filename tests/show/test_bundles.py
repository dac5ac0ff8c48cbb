"""Events on one line: those of a series, with what is said of them counted once."""

from __future__ import annotations

from dataclasses import replace

from kg.show.bundles import Pair, bundles, firmness, pairs
from kg.show.carriers import Claim, Event
from kg.show.network import network
from tests.show.sample import AGENTS, rows

SAID = network(rows(), AGENTS).claims[0]


def event(key: str, actors: str = "A", recipients: str = "B", first: str = "") -> Event:
    sides = tuple(actors), tuple(recipients)
    return Event(key, key, "Attack", *sides, (), (), "actual", 1, 1, first=first)


def claim(event: str, stance: str = "asserts", modality: str = "actual", story: str = "s") -> Claim:
    told = {"event": event, "stance": stance, "modality": modality, "story": story}
    return replace(SAID, negated=False, **told)


def test_events_of_the_same_parties_are_one_line_in_order_of_time():
    made = [event("undated"), event("late", first="2031-02-01"), event("soon", first="2031-01-01")]
    (line,) = bundles(made, [], {})
    assert line.events == ("soon", "late", "undated")
    assert (line.sources, line.targets) == (("A",), ("B",))


def test_other_parties_or_another_class_make_another_line():
    meeting = replace(event("m"), event_class="Meeting")
    found = bundles([event("b", recipients="C"), event("a"), meeting], [], {})
    assert [line.events for line in found] == [("a",), ("b",), ("m",)]


def test_the_series_says_between_whom_its_events_stand():
    (line,) = bundles([event("a"), event("b", recipients="")], [], {"b": (("A",), ("B",))})
    assert set(line.events) == {"a", "b"}


def test_who_acts_is_not_acted_upon_too():
    (line,) = bundles([event("a", actors="AB", recipients="BC")], [], {})
    assert (line.sources, line.targets) == (("A", "B"), ("C",))


def test_stances_are_counted_in_the_order_of_the_model_and_stories_once():
    said = [claim("a", "denies"), claim("a"), claim("a"), claim("a", "unconfirmed", story="t")]
    (line,) = bundles([event("a")], said, {})
    assert line.stances == (("asserts", 2), ("denies", 1), ("unconfirmed", 1))
    assert line.stories == 2


def test_the_firmest_is_what_somebody_asserts_to_happen():
    assert firmness([claim("a", modality="possible"), claim("a", modality="alleged")]) == "alleged"
    assert firmness([claim("a", "denies"), replace(claim("a"), negated=True)]) == ""


def test_an_event_joins_each_actor_to_each_recipient():
    crossed = pairs(event("a", actors="AB", recipients="BC"))
    assert crossed == [Pair("A", "B", True), Pair("A", "C", True), Pair("B", "C", True)]


def test_those_who_act_together_are_joined_and_an_open_end_stays_open():
    assert pairs(event("a", actors="BA", recipients="")) == [Pair("A", "B", False)]
    assert pairs(event("a", actors="A", recipients="")) == [Pair("A", "", True)]
    assert pairs(event("a", actors="", recipients="B")) == [Pair("", "B", True)]
    assert pairs(event("a", actors="", recipients="")) == [Pair("", "", True)]
