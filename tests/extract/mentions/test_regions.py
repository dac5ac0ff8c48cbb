"""Towns and regions of federal states that bear the name of a state or its capital."""

import pytest

from kg.extract.mentions.homonyms import told_apart
from tests.extract.contexts import context


def meant(text, words):
    """The forms and keys of the name that begins with `words`."""
    of = context(text)
    found = next(n for n in told_apart(of.tree, of.knowledge) if n.text.startswith(words))
    return found.text, [(e.form, e.key) for e in found.entries][:1]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("A Moscow, Idaho, company shipped rifles.", "Moscow, Idaho", "USA"),
        ("Officials in Lebanon, Pennsylvania, denied it.", "Lebanon, Pennsylvania", "USA"),
        ("A factory in Peru, Ind., shipped shells.", "Peru, Ind.", "USA"),
        ("The mayor of Athens, Georgia, denied it.", "Athens, Georgia", "USA"),
        ("In London, Ontario, a firm sold drones.", "London, Ontario", "CAN"),
        ("Troops left Georgia, United States, on Monday.", "Georgia, United States", "USA"),
    ],
)
def test_a_town_lies_where_its_region_does(text, name, state):
    assert meant(text, name.split(",")[0]) == (name, [("place", state)])


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("Leaders of Moscow, Georgia and Armenia signed a treaty.", "Moscow", ("capital", "RUS")),
        ("In Tbilisi, Georgia, officials denied it.", "Georgia", ("name", "GEO")),
        ("Georgia's president denied it.", "Georgia", ("name", "GEO")),
        ("Officials said on Monday, Fiji had attacked Tonga.", "Fiji", ("name", "FJI")),
    ],
)
def test_lists_and_towns_of_the_state_itself_stay(text, words, form):
    assert meant(text, words) == (words, [form])


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("The Georgia National Guard will send soldiers to Fiji.", "Georgia", "USA"),
        ("Georgia Gov. Ann Hill denied it.", "Georgia", "USA"),
        ("Georgia's Republican governor denied it.", "Georgia", "USA"),
        ("The governor of Georgia denied it.", "Georgia", "USA"),
        ("Ohio officials denied it.", "Ohio", "USA"),
        ("Niger State Governor Umar Bago denied it.", "Niger State", "NGA"),
    ],
)
def test_a_region_before_its_body_counts_as_its_state(text, words, state):
    assert meant(text, words) == (words, [("adjective", state)])


def test_the_guard_of_a_region_acts_for_its_state_and_goes_to_the_other(read):
    claims = read("The Georgia National Guard will send 300 soldiers to Georgia.").claims
    agents = {a.key: a for a in read("The Georgia National Guard sent soldiers to Fiji.").agents}
    assert [claim.recipients for claim in claims] == [("GEO",)]
    assert [agents[key].principal for key in claims[0].actors] == ["USA"]
