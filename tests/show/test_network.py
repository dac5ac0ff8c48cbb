from __future__ import annotations

import random

import pytest
from sample import AGENTS, COLUMNS, Row, rows

from kg.show.carriers import Line, Network
from kg.show.fold import fold
from kg.show.network import graph, network


@pytest.fixture(scope="module")
def sample() -> Network:
    return network(rows(), AGENTS)


def claim_row(**cells: str) -> Row:
    basis = {"stance": "asserts", "modality": "actual", "negated": "false", "class": "Attack"}
    place = {"start": "0", "end": "1", "article": "a", "event": "e", "claim": "c"}
    return dict.fromkeys(COLUMNS, "") | basis | place | cells


def event_of(found: Network, name: str):
    return next(event for event in found.events if event.id.endswith(f"/{name}"))


def test_the_order_of_rows_and_agents_does_not_matter(sample: Network) -> None:
    shuffled, agents = rows(), list(AGENTS)
    random.Random(3).shuffle(shuffled)
    agents.reverse()
    assert network(shuffled, agents) == sample


def test_an_event_is_contested_when_somebody_asserts_and_somebody_denies(sample: Network) -> None:
    assert event_of(sample, "deploy-eri").contested
    assert event_of(sample, "deploy-eri").stances == (
        ("asserts", 6),
        ("denies", 2),
        ("unconfirmed", 1),
    )
    assert not event_of(sample, "plot").contested  # only denied
    assert not event_of(sample, "pact").contested  # asserted and unconfirmed


def test_copies_of_one_report_count_once_as_a_story(sample: Network) -> None:
    event = event_of(sample, "attack-front")
    assert (event.articles, event.stories) == (2, 1)


def test_claims_of_one_speaker_stance_and_modality_are_one_line(sample: Network) -> None:
    event = event_of(sample, "deploy-eri").id
    lines = [line for line in sample.lines if line.event == event]
    said = next(line for line in lines if line.speaker == "ETH")
    assert (said.stance, said.modality, len(said.claims), said.stories) == (
        "asserts",
        "actual",
        3,
        2,
    )
    assert {(line.speaker, line.stance) for line in lines} == {
        ("ETH", "asserts"),
        ("ERI", "denies"),
        ("EGY", "asserts"),
        ("SDN", "unconfirmed"),
        ("g:analysts", "asserts"),
    }


def test_a_claim_in_the_articles_own_voice_has_no_line_but_makes_the_event_firm() -> None:
    found = network([claim_row(actor_keys="A", recipient_keys="B", modality="alleged")], [])
    assert found.lines == ()
    assert found.events[0].firmness == "alleged"


@pytest.mark.parametrize("cells", [{"stance": "denies"}, {"negated": "true"}])
def test_a_denial_or_a_negation_makes_nothing_firm(cells: Row) -> None:
    assert network([claim_row(**cells)], []).events[0].firmness == ""


def test_a_negated_claim_keeps_a_line_of_its_own() -> None:
    both = [
        claim_row(claim="c1", claimant_key="A"),
        claim_row(claim="c2", claimant_key="A", negated="true"),
    ]
    assert [line.negated for line in network(both, []).lines] == [False, True]


def test_a_line_starts_from_whom_the_claimant_speaks_for() -> None:
    found = network([claim_row(claimant_key="minister", claimant_of_key="STATE")], [])
    assert found.lines == (Line("STATE", "e", "asserts", "actual", False, ("c",), 1),)
    assert found.claims[0].claimant == "minister"


def test_an_agent_that_no_row_describes_is_shown_under_its_key() -> None:
    found = network([claim_row(actor_keys="X|Y")], [])
    assert [(agent.key, agent.label) for agent in found.agents] == [("X", "X"), ("Y", "Y")]


def test_a_claim_without_event_is_an_event_of_its_own() -> None:
    found = network([claim_row(claim="c1", event=""), claim_row(claim="c2", event="")], [])
    assert [event.id for event in found.events] == ["claim-c1", "claim-c2"]


def test_nothing_gives_an_empty_network() -> None:
    found = network([], [])
    assert (found.events, found.lines, fold(found).agents) == ((), (), ())


def test_all_is_drawn_while_it_fits(sample: Network) -> None:
    drawn = fold(sample)
    assert drawn.folded_events == 0
    assert len(drawn.events) == len(sample.events)
    assert "eth-pm" not in drawn.agents  # speaks for a state that is drawn


def test_beyond_the_limit_contested_events_are_drawn_first(sample: Network) -> None:
    drawn = fold(sample, limit=16)
    contested = {event.id for event in sample.events if event.contested}
    assert set(drawn.events) <= contested
    assert len(drawn.events) + len(drawn.agents) <= 16
    assert drawn.folded_events == len(sample.events) - len(drawn.events) > 0
    assert drawn.folded_agents > 0
    assert {part.event for part in drawn.parts} <= set(drawn.events)
    assert {line.event for line in drawn.lines} <= set(drawn.events)


def test_an_event_that_nobody_is_joined_to_is_still_a_node() -> None:
    drawn = fold(network([claim_row()], []))
    assert list(graph(drawn.parts, drawn.lines, drawn.events)) == ["e"]
