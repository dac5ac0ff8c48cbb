"""Who acts under the name of a city: the state, or an organisation that sits there."""

import pytest


def parties(read, text):
    reading = read(text)
    agents = {agent.key: agent for agent in reading.agents}
    claim = reading.claims[-1]
    actors, recipients = claim.actors, claim.recipients
    return {agents[k].principal for k in actors}, {agents[k].principal for k in recipients}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Brussels imposed sanctions on Minsk.", "EU"),
        ("Beijing denied that Brussels had imposed sanctions on Chinese firms.", "EU"),
        ("Brussels' sanctions on Belarus will be extended.", "EU"),
        ("NATO allies met. Brussels has sent troops to Estonia, the NATO spokesman said.", "NATO"),
        ("Brussels will send jets to Ukraine.", "BEL"),
        ("The Belgian defence minister said Brussels would send jets to Ukraine.", "BEL"),
        ("Brussels recalled its ambassador from Rwanda over Belgian diplomats.", "BEL"),
        ("Addis Ababa denied sending troops to Sudan.", "ETH"),
        ("Vienna expelled two Russian diplomats.", "AUT"),
    ],
)  # fmt: skip
def test_who_acts(read, text, actor):
    assert parties(read, text)[0] == {actor}


def test_who_is_hit(read):
    assert parties(read, "Moscow imposed sanctions on Brussels, the EU said.")[1] == {"EU"}
    assert parties(read, "A bombing in Brussels killed 32 people.")[1] == {"BEL"}


def test_an_organisation_that_the_sentence_names_may_speak_under_its_city(read):
    reading = read("The African Union will send troops to Somalia, Addis Ababa said.")
    assert [claim.claimant for claim in reading.claims] == ["AU"]


def test_cities_of_two_states_that_talk_are_these_states(read):
    text = "The African Union urged talks between Cairo and Addis Ababa."
    assert parties(read, text)[0] == {"EGY", "ETH"}


def test_a_dateline_is_nobody(read):
    assert parties(read, "BRUSSELS (Wire) - Hungary sent tanks to Serbia.") == ({"HUN"}, {"SRB"})
