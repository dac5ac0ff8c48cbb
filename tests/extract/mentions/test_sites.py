"""Towns lie where the article says, not where the best known town of that name does."""

import pytest

from kg.extract.mentions.homonyms import told_apart
from tests.extract.contexts import context


def meant(text, words):
    """The forms and keys of the first name that begins with `words`."""
    of = context(text)
    found = next(n for n in told_apart(of.tree, of.knowledge) if n.text.startswith(words))
    return {(e.form, e.key) for e in found.entries}


@pytest.mark.parametrize(
    ("text", "town", "state"),
    [
        ("Police seized rifles in Barcelona, Venezuela.", "Barcelona", "VEN"),
        ("Gunmen shot at a bus near Bari, Puntland, Somalia.", "Bari", "SOM"),
        ("A station in Marigot, Sud-Est, Haiti, was burned.", "Marigot", "HTI"),
        ("Troops drove from Valencia, Carabobo State, Venezuela, to the coast.", "Valencia", "VEN"),
        ("Rebels came from San José, Antioquia, Colombia.", "San José", "COL"),
        ("He was born in Cartagena, Murcia, Spain, and fought in Chile.", "Cartagena", "ESP"),
    ],
)
def test_a_town_lies_in_the_state_behind_its_commas(text, town, state):
    assert meant(text, town) == {("place", state)}


def test_a_town_stays_there_where_it_is_told_again():
    text = "Bombs fell on Hamburg. A bomb fell near Hamburg, Suriname, in May."
    of = context(text)
    keys = [n.key("place") for n in told_apart(of.tree, of.knowledge) if n.text == "Hamburg"]
    assert keys == ["SUR", "SUR"]


@pytest.mark.parametrize(
    ("text", "town", "state"),
    [
        ("Delegates from Barcelona, Peru and Chad met.", "Barcelona", "ESP"),
        ("Delegates from Barcelona, Peru, and Chad met.", "Barcelona", "ESP"),
        ("After the talks in Barcelona, Peru denied the attack.", "Barcelona", "ESP"),
        ("After the talks in Barcelona, Peru's minister denied the attack.", "Barcelona", "ESP"),
        ("They drove through Hamburg, Lyon, Italy.", "Hamburg", "DEU"),
        ("They came from Barcelona, Catalonia, Spain.", "Barcelona", "ESP"),
    ],
)
def test_lists_and_those_who_act_place_no_town(text, town, state):
    assert meant(text, town) == {("place", state)}


def test_a_capital_without_a_preposition_may_be_a_government():
    assert ("capital", "FRA") in meant("Paris, Chad and Mali signed a treaty.", "Paris")
    assert ("capital", "FRA") in meant("Paris, Chad, signed nothing.", "Paris")
