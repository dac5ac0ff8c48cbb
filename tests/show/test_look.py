"""How large agents and lines are drawn, and what they are called."""

from __future__ import annotations

import pytest

from kg.show.carriers import Agent
from kg.show.fold import fold
from kg.show.look import (
    FAR,
    LABEL_LINES,
    LABEL_WIDTH,
    SIZE_LEAST,
    SIZE_MOST,
    VOICE_SIZE,
    canvas,
    group,
    involvement,
    joined,
    words,
)
from kg.show.network import network
from tests.show.sample import AGENTS, rows

SAMPLE = network(rows(), AGENTS)


def test_a_class_is_told_in_words():
    assert [words(name) for name in ("ArmsTransfer", "Aid")] == ["Arms transfer", "Aid"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [("State", "state"), ("GovernmentBody", "body"), ("Leader", "body"), ("Media", "voice")],
)
def test_states_bodies_and_voices_are_told_apart(kind, told):
    assert group(Agent("k", "K", kind, "", "", "")) == told


def test_an_agent_is_counted_once_a_claim_as_party_or_speaker():
    counts = involvement(SAMPLE)
    parties = {event.id: {*event.actors, *event.recipients} for event in SAMPLE.events}
    assert "" not in counts
    assert counts["ERI"] == sum(
        "ERI" in {claim.speaker, *parties[claim.event]} for claim in SAMPLE.claims
    )


def test_who_is_party_to_more_is_drawn_larger_within_bounds():
    counts, drawn = involvement(SAMPLE), fold(SAMPLE)
    parties = {agent for bundle in drawn.bundles for agent in bundle.agents}
    sizes = {n["id"]: n["size"] for n in canvas(SAMPLE, drawn).nodes if "size" in n}
    by_count = [sizes[key] for key in sorted(parties, key=lambda key: counts[key])]
    assert by_count == sorted(by_count)
    assert SIZE_LEAST <= by_count[0] < by_count[-1] <= SIZE_MOST
    assert {sizes[key] for key in sizes.keys() - parties} <= {VOICE_SIZE}


def test_a_name_is_cut_to_a_few_short_lines_and_steers_nothing():
    odd = [row | {"label": "Ministry\u202e of " + "everything " * 9} for row in AGENTS]
    found = network(rows(), odd)
    lines = canvas(found, fold(found)).nodes[0]["label"].split("\n")
    assert len(lines) == LABEL_LINES and lines[-1].endswith("…")
    assert all(len(line) <= LABEL_WIDTH and "\u202e" not in line for line in lines)


def test_ties_between_communities_are_stretched():
    drawn = fold(SAMPLE)
    apart = {key: n for n, key in enumerate((*drawn.agents, *(b.id for b in drawn.bundles)))}
    assert {s for *_, s in joined(drawn, apart).edges(data="stretch")} == {FAR}
    assert {s for *_, s in joined(drawn, dict.fromkeys(apart, 0)).edges(data="stretch")} == {1.0}
