"""What a name can be the name of, and whom a title alone means."""

import pytest

from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.naming import Naming
from kg.knowledge import gazetteer, lexicon
from kg.language.names import NameFinder


@pytest.fixture(scope="module")
def naming() -> Naming:
    tables = gazetteer.load()
    return Naming(Knowledge(tables, NameFinder(tables), lexicon.load()))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Amina Odongo", "Person"),
        ("Odongo", "Person"),
        ("Al-Nur Hospital", None),
        ("Kanda International Airport", None),
        ("Homa Governorate", None),
        ("Governorate", None),
        ("Medics", None),
        ("Secretary", None),
        ("Lake Line Shipping Lines", "Organization"),
        ("Kanda New Front", "Organization"),
        ("Red Sand Brigade", "Organization"),
        ("Bureau", None),
    ],
)
def test_the_last_word_tells_what_a_name_is(naming, name, kind):
    assert naming.kind(name) == kind


def test_a_surname_behind_a_title_may_be_a_word(naming):
    assert naming.kind("Baker", titled=True) == "Person"
    assert naming.kind("Medic", titled=True) == "Person"
    assert naming.kind("Bureau", titled=True) is None


@pytest.mark.parametrize("noun", ["outage", "footage", "explosion"])
def test_what_happens_or_is_made_says_nothing(naming, noun):
    assert naming.is_silent(noun)


@pytest.mark.parametrize("noun", ["hostage", "government", "delegation", "commission", "lawyer"])
def test_people_and_bodies_say_something_however_they_end(naming, noun):
    assert not naming.is_silent(noun)


def claimants(reading):
    agents = {agent.key: agent for agent in reading.agents}
    return [agents[c.claimant].label for c in reading.claims if c.claimant]


def test_the_secretary_is_who_was_introduced_by_that_title(read):
    text = (
        "Secretary of State Amina Odongo met the Bolivian foreign minister on Monday. "
        "The secretary said that Mali had attacked Chad."
    )
    assert claimants(read(text)) == ["Amina Odongo"]


def test_the_word_of_a_title_is_the_person_behind_it(read):
    reading = read("Secretary of State Amina Odongo met Bolivian Minister Ana Quispe today.")
    assert not any(agent.label.endswith("secretary") for agent in reading.agents)


def test_the_secretary_is_no_deputy(read):
    text = (
        "Deputy Secretary Amina Odongo met the Bolivian foreign minister on Monday. "
        "The secretary said that Mali had attacked Chad."
    )
    assert "Amina Odongo" not in claimants(read(text))


def test_a_surname_in_capitals_is_written_as_elsewhere(read):
    text = "MINISTER ODONGO: Mali has attacked Chad.\n\nKenyan Minister Odongo said it again."
    assert all(agent.label != "ODONGO" for agent in read(text).agents)
