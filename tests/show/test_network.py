from __future__ import annotations

import random

import pytest

from kg.show.carriers import Bundle, Network
from kg.show.communities import communities
from kg.show.detail import detail
from kg.show.fold import fold
from kg.show.network import network
from tests.show.sample import AGENTS, COLUMNS, Row, rows


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


def test_other_names_of_an_agent_come_along_for_the_search() -> None:
    agent = dict.fromkeys(("iso3", "of_key", "wikidata"), "") | {"key": "NRF", "kind": "ArmedGroup"}
    named = {**agent, "label": "Northern Ridge Front", "aliases": "N.R.F.|NRF"}
    [found] = network([], [named]).agents
    assert found.aliases == ("N.R.F.", "NRF")


def line_of(found: Network, name: str) -> Bundle:
    return next(bundle for bundle in found.bundles if bundle.id == name)


def test_events_of_one_pair_and_class_are_one_line() -> None:
    made = [
        claim_row(claim="c1", event="e1", actor_keys="A", recipient_keys="B", story="s1"),
        claim_row(claim="c2", event="e2", actor_keys="A", recipient_keys="B", story="s2"),
        claim_row(claim="c3", event="e2", actor_keys="A", recipient_keys="B", story="s2"),
        claim_row(claim="c4", event="e3", actor_keys="B", recipient_keys="A"),
    ]
    found = network(made, [])
    assert [bundle.id for bundle in found.bundles] == ["Attack|A|B", "Attack|B|A"]
    line = found.bundles[0]
    assert (line.events, line.stories, line.stances) == (("e1", "e2"), 2, (("asserts", 3),))


def test_a_line_tells_its_events_in_order_of_time() -> None:
    days = {"e1": ("2031-05-02", ""), "e2": ("", ""), "e3": ("", "2031-04-30")}
    made = [
        claim_row(claim=f"c-{event}", event=event, actor_keys="A", story="s1", series="attack-A")
        | {"event_start": first, "event_end": last, "event_status": "asserted"}
        for event, (first, last) in days.items()
    ]
    found = network(made, [])
    assert [bundle.events for bundle in found.bundles] == [("e3", "e1", "e2")]
    told = [(e.id, e.first, e.last, e.status, e.series, e.articles) for e in found.events]
    assert told[0] == ("e1", "2031-05-02", "", "asserted", "attack-A", 1)
    assert not found.claims[0].more  # what is said of the event is no column of its claims


def test_what_is_packed_of_an_event_holds_its_time_status_and_counts() -> None:
    row = claim_row(event="e1", story="s1", article="a", event_label="Attack: A (3 May 2031)")
    row |= {"event_start": "2031-05-03", "event_end": "2031-05-03", "event_status": "contested"}
    (event,) = detail(network([row], []))["events"]
    assert event == ["e1", "Attack: A (3 May 2031)", "Attack", [], [],
                     "2031-05-03", "2031-05-03", "contested", 1, 1]  # fmt: skip


def test_a_line_is_contested_where_one_of_its_events_is(sample: Network) -> None:
    assert line_of(sample, "Deployment|ERI|SDN").contested
    both = [
        claim_row(claim="c1", event="e1", actor_keys="A"),
        claim_row(claim="c2", event="e2", actor_keys="A", stance="denies"),
    ]
    (line,) = network(both, []).bundles
    assert not line.contested  # one event is asserted, another denied


def test_many_who_act_together_stand_on_one_line(sample: Network) -> None:
    names = [b.id for b in sample.bundles if b.event_class == "Meeting"]
    assert names == ["Meeting|ERI+ETH|", "Meeting|ETH+KEN+SOM|"]


def test_a_line_is_a_series_between_those_whom_most_of_its_claims_name() -> None:
    made = [
        claim_row(claim="c1", event="e1", series="s", actor_keys="A", recipient_keys="B"),
        claim_row(claim="c2", event="e1", series="s", actor_keys="A", recipient_keys="B"),
        claim_row(claim="c3", event="e1", series="s", actor_keys="A", recipient_keys="C"),
        claim_row(claim="c4", event="e2", series="s", actor_keys="A"),
        claim_row(claim="c5", event="", series="s", recipient_keys="B"),
    ]
    (line,) = network(made, []).bundles
    assert (line.id, line.agents) == ("Attack|A|B", ("A", "B"))
    assert set(line.events) == {"e1", "e2", "series-s"}


def test_lines_of_the_same_two_have_names_of_their_own() -> None:
    made = [
        claim_row(claim="c1", event="e1", actor_keys="A", recipient_keys="B"),
        claim_row(claim="c2", event="e2", actor_keys="A|B"),
        claim_row(claim="c3", event="e3", actor_keys="B", recipient_keys="A"),
    ]
    assert len({bundle.id for bundle in network(made, []).bundles}) == 3


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"actor_keys": "A", "recipient_keys": "B|C"}, "Attack|A|B+C"),
        ({"actor_keys": "A"}, "Attack|A|"),
        ({"recipient_keys": "B"}, "Attack||B"),
        ({"recipient_keys": "B|C"}, "Attack||B+C"),
        ({"actor_keys": "A", "recipient_keys": "A"}, "Attack|A|"),
        ({}, "Attack||"),
    ],
    ids=["two", "actor", "recipient", "recipients", "at home", "nobody"],
)
def test_every_event_stands_on_a_line(cells: Row, line: str) -> None:
    found = network([claim_row(**cells)], [])
    assert [bundle.id for bundle in found.bundles] == [line]


def test_an_event_is_as_firm_as_the_firmest_assertion() -> None:
    found = network([claim_row(actor_keys="A", recipient_keys="B", modality="alleged")], [])
    assert found.events[0].firmness == found.bundles[0].firmness == "alleged"


@pytest.mark.parametrize("cells", [{"stance": "denies"}, {"negated": "true"}])
def test_a_denial_or_a_negation_makes_nothing_firm(cells: Row) -> None:
    found = network([claim_row(**cells)], [])
    assert found.events[0].firmness == found.bundles[0].firmness == ""


def test_a_claim_is_spoken_by_whom_the_claimant_speaks_for() -> None:
    found = network([claim_row(claimant_key="minister", claimant_of_key="STATE")], [])
    assert (found.claims[0].speaker, found.claims[0].claimant) == ("STATE", "minister")


def test_what_the_query_gives_beyond_is_kept_by_name() -> None:
    found = network([claim_row() | {"denial_kind": "refutes", "origin": ""}], [])
    assert found.claims[0].more == (("denial_kind", "refutes"),)


def test_an_agent_that_no_row_describes_is_shown_under_its_key() -> None:
    found = network([claim_row(actor_keys="X|Y")], [])
    assert [(agent.key, agent.label) for agent in found.agents] == [("X", "X"), ("Y", "Y")]


def test_a_claim_without_event_is_an_event_of_its_own() -> None:
    found = network([claim_row(claim="c1", event=""), claim_row(claim="c2", event="")], [])
    assert [event.id for event in found.events] == ["claim-c1", "claim-c2"]


def test_nothing_gives_an_empty_network() -> None:
    found = network([], [])
    assert (found.events, found.bundles, fold(found).agents) == ((), (), ())


def test_all_is_drawn_while_it_fits(sample: Network) -> None:
    drawn = fold(sample)
    assert drawn.bundles == sample.bundles
    assert "eth-pm" not in drawn.agents  # speaks for a state that is drawn


def test_who_only_speaks_is_tied_to_what_it_speaks_about(sample: Network) -> None:
    voices = fold(sample).voices
    assert ("g:analysts", "Deployment|ERI|SDN") in voices
    assert not any(speaker == "ETH" for speaker, _ in voices)  # it acts


def test_a_line_that_joins_nobody_is_tied_to_all_who_speak_about_it() -> None:
    both = [
        claim_row(claim="c1", claimant_key="A"),
        claim_row(claim="c2", actor_keys="A", event="f"),
    ]
    assert fold(network(both, [])).voices == (("A", "Attack||"),)


def test_beyond_the_limit_contested_lines_are_drawn_first(sample: Network) -> None:
    drawn = fold(sample, limit=5)
    assert len(drawn.bundles) == 5
    assert all(bundle.contested for bundle in drawn.bundles)
    parties = {agent for bundle in drawn.bundles for agent in bundle.agents}
    assert parties <= set(drawn.agents)


def test_communities_are_those_who_have_to_do_with_each_other() -> None:
    pairs = ("AB", "BC", "AC", "XY", "YZ", "XZ", "CX")
    made = [
        claim_row(claim=pair, event=pair, actor_keys=pair[0], recipient_keys=pair[1])
        for pair in pairs
    ]
    found = communities(fold(network(made, [])))
    assert len({found[key] for key in "ABC"}) == len({found[key] for key in "XYZ"}) == 1
    assert found["A"] != found["X"]
