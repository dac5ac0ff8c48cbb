from __future__ import annotations

import pytest

from kg.show.multigraph import UNNAMED, multigraph
from kg.show.network import network
from tests.show.sample import AGENTS, rows
from tests.show.test_network import claim_row

STATE = {"kind": "State", "iso3": "", "of_key": "", "wikidata": ""}


def of(*claims):
    agents = [{"key": key, "label": key.title(), **STATE} for key in ("a", "b", "c")]
    return multigraph(network(claims, agents))


def only(graph):
    ((source, target, line),) = graph.edges(data=True)
    return source, target, line


def test_every_agent_is_a_node_and_every_stance_a_line():
    sample = network(rows(), AGENTS)
    graph = multigraph(sample)
    assert {agent.key for agent in sample.agents} == set(graph) - {UNNAMED}
    lines = {(line["event"], line["stance"]) for _, _, line in graph.edges(data=True)}
    assert lines == {(claim.event, claim.stance) for claim in sample.claims}
    assert graph.nodes["ETH"] == {
        "label": "Ethiopia", "kind": "State", "iso3": "ETH", "wikidata": "Q115",
    }  # fmt: skip


def test_an_assertion_and_a_denial_never_share_a_line():
    pair = {"actor_keys": "a", "recipient_keys": "b"}
    graph = of(
        claim_row(claim="1", **pair),
        claim_row(claim="2", stance="denies", claimant_key="a", **pair),
        claim_row(claim="3", negated="true", **pair),
        claim_row(claim="4", modality="planned", **pair),
    )
    told = sorted((d["stance"], d["modality"], d["negated"]) for _, _, d in graph.edges(data=True))
    assert told == [
        ("asserts", "actual", False), ("asserts", "actual", True),
        ("asserts", "planned", False), ("denies", "actual", False),
    ]  # fmt: skip
    (denied,) = [d for _, _, d in graph.edges(data=True) if d["stance"] == "denies"]
    assert denied["claimants"] == "A" and denied["contested"]


def test_support_counts_stories_and_not_copies():
    pair = {"actor_keys": "a", "recipient_keys": "b"}
    _, _, line = only(
        of(
            claim_row(claim="1", article="x", story="s1", **pair),
            claim_row(claim="2", article="y", story="s1", **pair),
            claim_row(claim="3", article="z", story="s2", **pair),
        )
    )
    assert (line["support"], line["weight"], line["articles"], line["claims"]) == (2, 2, 3, 3)


def test_each_pair_of_an_event_has_the_claims_that_are_of_it():
    graph = of(
        claim_row(claim="1", actor_keys="a", recipient_keys="b"),
        claim_row(claim="2", actor_keys="a", recipient_keys="c"),
        claim_row(claim="3", actor_keys="c", recipient_keys="b"),
        claim_row(claim="4", recipient_keys="c"),
        claim_row(claim="5"),
    )
    told = {(one, two): line["claims"] for one, two, line in graph.edges(data=True)}
    assert told == {("a", "b"): 2, ("a", "c"): 3, ("c", "b"): 2}


def test_where_no_claim_names_both_sides_each_is_joined_to_each():
    graph = of(claim_row(claim="1", actor_keys="a"), claim_row(claim="2", recipient_keys="b|c"))
    told = {(one, two): line["claims"] for one, two, line in graph.edges(data=True)}
    assert told == {("a", "b"): 2, ("a", "c"): 2}


def test_of_many_who_met_each_two_have_what_names_them():
    met = {"event_class": "Meeting", "class": "Meeting"}
    graph = of(
        claim_row(claim="1", actor_keys="a|b", **met), claim_row(claim="2", actor_keys="b|c", **met)
    )
    told = {(one, two): line["claims"] for one, two, line in graph.edges(data=True)}
    assert told == {("a", "b"): 1, ("b", "c"): 1}


def test_days_are_those_told_of_and_else_those_of_publication():
    pair = {"actor_keys": "a", "recipient_keys": "b", "published": "2031-03-09"}
    told = claim_row(claim="1", time_start="2031-03-01", time_end="2031-03-04", **pair)
    later = claim_row(claim="2", time_end="2031-03-06", **pair)
    _, _, line = only(of(told, later))
    assert (line["start"], line["end"], line["dated"]) == ("2031-03-01", "2031-03-06", "told")
    _, _, line = only(of(claim_row(claim="1", **pair)))
    assert (line["start"], line["end"], line["dated"]) == ("2031-03-09", "2031-03-09", "published")
    _, _, line = only(of(claim_row(claim="1", actor_keys="a", recipient_keys="b")))
    assert not {"start", "end", "dated"} & line.keys()


def test_a_span_never_ends_before_it_begins():
    pair = {"actor_keys": "a", "recipient_keys": "b"}
    one = claim_row(claim="1", time_start="2031-05-01", **pair)
    other = claim_row(claim="2", time_end="2031-04-01", **pair)
    _, _, line = only(of(one, other))
    assert (line["start"], line["end"]) == ("2031-04-01", "2031-05-01")


@pytest.mark.parametrize(
    ("actors", "recipients", "ends"),
    [("a", "", ("a", UNNAMED)), ("", "b", (UNNAMED, "b")), ("", "", (UNNAMED, UNNAMED))],
)
def test_who_is_not_named_is_a_node_of_its_own(actors, recipients, ends):
    graph = of(claim_row(actor_keys=actors, recipient_keys=recipients))
    source, target, _ = only(graph)
    assert (source, target) == ends
    assert graph.nodes[UNNAMED]["kind"] == UNNAMED


def test_those_who_act_together_are_joined_without_direction():
    graph = of(claim_row(actor_keys="a|b|c", **{"class": "Meeting"}))
    assert sorted((u, v) for u, v in graph.edges()) == [("a", "b"), ("a", "c"), ("b", "c")]
    assert not any(line["directed"] for _, _, line in graph.edges(data=True))
