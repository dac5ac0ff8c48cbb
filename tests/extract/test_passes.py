"""The order of the passes, and what the last of them make of hand-written findings."""

from collections import defaultdict
from dataclasses import replace

import pytest

from kg.extract import passes
from kg.extract.passes import PASSES, Pass, State, misplaced, read
from kg.extract.propose.lexical import ASKED
from tests.extract.contexts import context

SENT = "Chad sent 300 soldiers to Niger on Friday."


def nothing(state, network):
    return state


def test_the_order_holds():
    assert misplaced(PASSES) == ""


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Pass("late", ("claims",), (), nothing), "assigned by no pass before it"),
        (Pass("odd", ("vibes",), (), nothing), "no field of State"),
        (Pass("again", (), ("context",), nothing), "is assigned before"),
    ],
)
def test_a_pass_out_of_place_is_named(step, said):
    assert said in misplaced([step])
    assert step.name in misplaced([step])


def test_each_pass_assigns_what_it_says_and_no_more():
    state = State(context(f"{SENT} Did Chad shell Niger?"))
    for step in PASSES:
        after = step.run(state, None)
        changed = {f for f in State.__slots__ if getattr(after, f) is not getattr(state, f)}
        assert changed <= {*step.assigns}, step.name
        state = after
    assert [claim.event_class for claim in state.claims] == ["Deployment"]


def test_what_is_asked_is_declined_with_its_reason():
    (declined,) = read(State(context("Did Chad shell Niger?")), None).declined
    assert declined.reason == ASKED


def test_a_sentence_that_gave_a_claim_is_not_declined():
    found = read(State(context(SENT)), None)
    again = replace(found, claims=(), declined=())
    last = PASSES[-1]
    assert last.run(found, None).declined == ()
    assert len(last.run(again, None).declined) == 1


def test_what_was_spent_is_told_by_pass(monkeypatch):
    spent = defaultdict(float)
    monkeypatch.setattr(passes, "SPENT", spent)
    read(State(context(SENT)), None)
    assert [*spent] == [passes.PARSE, passes.MENTIONS, *(step.name for step in PASSES)]
    assert all(seconds >= 0 for seconds in spent.values())
    before = dict(spent)
    with passes.timed("lexicon"):
        pass
    assert spent["lexicon"] > before["lexicon"]
