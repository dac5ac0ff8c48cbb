from __future__ import annotations

from datetime import date

from kg.link.agents import join_agents, principals
from kg.model import Agent, Term


def test_one_agent_a_key_with_what_most_readings_know():
    terms = Term("president", "TCD", date(2021, 4, 20)), Term("general", "TCD")
    readings = [
        Agent("x", "Person", "Déby", terms=terms[:1]),
        Agent("x", "Leader", "Mahamat Déby", of="TCD", terms=terms[1:]),
        Agent("x", "Leader", "Mahamat Déby", wikidata="Q1"),
    ]
    (agent,) = join_agents(readings)
    assert agent == Agent("x", "Leader", "Mahamat Déby", "TCD", None, "Q1", terms[::-1])
    assert join_agents(reversed(readings)) == (agent,)


def test_a_tie_goes_to_the_longer_label():
    assert (
        join_agents([Agent("x", "State", "Chad"), Agent("x", "State", "Tchad")])[0].label == "Tchad"
    )


def test_a_body_of_a_body_counts_as_the_state_and_media_as_themselves():
    agents = [
        Agent("TCD", "State", "Chad"),
        Agent("army", "GovernmentBody", "Chadian army", of="TCD"),
        Agent("spokesman", "Person", "army spokesman", of="army"),
        Agent("radio", "Media", "state radio", of="TCD"),
    ]
    assert principals(agents) == {"TCD": "TCD", "army": "TCD", "spokesman": "TCD", "radio": "radio"}


def test_a_circle_of_belonging_ends_at_one_place():
    agents = [Agent("a", "Group", "a", of="b"), Agent("b", "Group", "b", of="a")]
    assert set(principals(agents).values()) == {"a"}
