"""Who fills a slot, by hand-made chances, and what becomes of the claim."""

import math

import pytest

from kg.extract.agree.agree import Agreement, Policy
from kg.extract.agree.parties import PartyReading, ordered, together
from kg.extract.propose import features
from kg.extract.propose.lexical import LexicalReading
from tests.extract.agree.test_agree import card
from tests.extract.contexts import context


class Logistic:
    """Chances by hand-made weights of the numbers."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def chances(self, rows):
        told = (sum(self.weights.get(n, 0.0) * v for n, v in row.items()) for row in rows)
        return [1 / (1 + math.exp(-one - self.weights.get("bias", 0.0))) for one in told]


@pytest.mark.parametrize(
    ("chances", "held", "keys"),
    [
        ({"a": 0.9, "b": 0.1}, {"a"}, ("a",)),
        ({"a": 0.1, "b": 0.85}, {"a"}, ("a",)),  # nobody is replaced
        ({"a": 0.35, "b": 0.1}, set(), ("a",)),
        ({"a": 0.15, "b": 0.1}, set(), ()),
        ({"a": 0.8, "b": 0.01}, {"a", "b"}, ("a",)),  # one of two is unlikely
        ({"a": 0.04, "b": 0.02}, {"a", "b"}, ()),  # both are
        ({"a": 0.04, "b": 0.4}, {"a"}, ()),
        ({"b": 0.1}, {"a"}, ()),
        ({}, set(), ()),
    ],
)
def test_who_is_reached(chances, held, keys):
    assert ordered(chances, frozenset(held), "recipient").keys == keys


def test_who_acts_is_put_in_only_where_he_is_likelier_than_not():
    assert ordered({"a": 0.45}, frozenset(), "actor").keys == ()
    assert ordered({"a": 0.45}, frozenset(), "recipient").keys == ("a",)
    assert ordered({"a": 0.55}, frozenset(), "actor").keys == ("a",)


@pytest.mark.parametrize(
    ("chances", "held", "keys"),
    [
        ({"a": 0.9, "b": 0.8, "c": 0.2}, {"a"}, ("a", "b")),
        ({"a": 0.9, "b": 0.5, "c": 0.1}, {"a"}, ("a",)),
        ({"a": 0.9, "b": 0.2, "c": 0.01}, {"a", "b", "c"}, ("a", "b")),
        ({"a": 0.9, "b": 0.8, "c": 0.7}, {"a", "b"}, ("a", "b")),  # two are enough
        ({"a": 0.01}, {"a"}, ("a",)),
    ],
)
def test_a_meeting(chances, held, keys):
    assert together(chances, frozenset(held), alone=True).keys == keys


def test_who_may_meet_alone_is_joined_by_nobody():
    assert together({"a": 0.9, "b": 0.8}, frozenset("a"), alone=False).keys == ("a",)


def test_how_sure_a_choice_is():
    assert ordered({"a": 0.9}, frozenset("a"), "actor").sure == 0.9
    assert ordered({"a": 0.1}, frozenset(), "actor").sure == 0.9


def settle(text: str, weights: dict):
    of = context(text)
    told = LexicalReading(of).run()
    reading = PartyReading(of, features.sheet(of, []), weights)
    return reading.settled(Agreement(of, card(), {}, Policy(doubted=0.0)).join(told, []).kept)


def test_without_trees_nothing_changes():
    (one,) = settle("Troops were sent to Chile. Peru is behind it.", {})
    assert one.draft.actors == ()
    assert one.facts.parties == 1.0


def test_an_open_slot_is_filled_from_elsewhere_and_marked_as_such():
    actor, recipient = {"held": 3.0}, {"open": 1.0, "across": -9.0}
    (one,) = settle("Peru deployed troops. It was aimed at Chile.", weights(actor, recipient))
    (claim,) = one.claims
    assert (claim.actors, claim.recipients, claim.completed) == (("PER",), ("CHL",), ("CHL",))
    assert one.facts.parties == pytest.approx(0.95 * 0.73, abs=0.02)


def test_the_unlikely_one_of_several_is_taken_out():
    actor = {"held": 9.0, "in the headline": 0.0, "most told of": 9.0, "bias": -9.0}
    (one,) = settle("Peru and Togo sent troops to Chile. Peru was proud of it.", weights(actor, {}))
    assert one.claims[0].actors == ("PER", "TGO")
    actor["held"] = 5.0
    (one,) = settle("Peru and Togo sent troops to Chile. Peru was proud of it.", weights(actor, {}))
    assert one.claims[0].actors == ("PER",)


def test_a_council_meets_by_itself():
    actor = {"kind State": 9.0, "kind GovernmentBody": 9.0}
    text = "Togo was silent. The Peruvian cabinet met on Monday."
    kept = settle(text, weights(actor, {}))
    assert [one.draft.event_class for one in kept] == ["Meeting"]
    assert [c.actors for one in kept for c in one.claims] == [
        c.actors for one in settle(text, {}) for c in one.claims
    ]


def test_the_evidence_holds_who_is_put_in_from_its_sentence():
    recipient = {"open": 5.0, "across": -9.0}
    (one,) = settle("In Chile, Peru deployed soldiers.", weights({"held": 9.0}, recipient))
    (claim,) = one.claims
    assert (claim.recipients, claim.completed) == (("CHL",), ())
    assert "Chile" in claim.evidence.quote


def test_what_has_no_class_keeps_its_parties():
    wild = {"kind State": 9.0}
    kept = settle("Peru denied the accusations. Togo was silent.", weights(wild, wild))
    assert [one.draft.event_class for one in kept] == ["Event"]
    assert kept[0].claims == settle("Peru denied the accusations. Togo was silent.", {})[0].claims


def weights(actor: dict[str, float], recipient: dict[str, float]) -> dict:
    return {"actor": Logistic(actor), "recipient": Logistic(recipient)}
