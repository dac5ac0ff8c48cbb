"""Places among names: the state they lie in, and what may be called a site, on trees by hand."""

import pytest

from kg.extract.mentions.geography import Geography
from kg.extract.mentions.places import Places
from kg.knowledge.gazetteer import Entry
from kg.language.names import Name
from kg.model import Agent
from tests.extract.trees import parsed

DOC = parsed(
    "Bamako Mali Malian Kidal U.S. -led Nowhere",
    "NNP NNP JJ NNP NNP JJ NNP",
    "0:ROOT 0:dep 0:dep 0:dep 0:dep 0:dep 0:dep",
)
NAMES = {
    0: Name(0, 1, (Entry("capital", "MLI", "Mali"),), "Bamako"),
    1: Name(1, 2, (Entry("name", "MLI", "Mali"),), "Mali"),
    2: Name(2, 3, (Entry("adjective", "MLI", "Mali"),), "Malian"),
    3: Name(3, 4, (Entry("place", "MLI", "Kidal"),), "Kidal"),
    4: Name(4, 5, (Entry("name", "USA", "United States"),), "U.S.", "led"),
}


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(NAMES, lambda key: Agent(key, "State", key), Geography(DOC, NAMES))


@pytest.mark.parametrize(
    ("token", "states", "label"),
    [
        (0, ["MLI"], "Bamako"),
        (1, [], "Mali"),  # the state itself lies in none
        (2, [], ""),
        (3, ["MLI"], "Kidal"),
        (4, [], "U.S."),
        (6, [], ""),
    ],
)
def test_where_a_place_lies_and_what_it_is_called(places, token, states, label):
    assert [a.key for a in places.states(DOC[token])] == states
    assert places.label(DOC[token]) == label


def test_cities_and_places_are_sites_and_states_are_not(places):
    assert [t.text for t in DOC if places.is_site(t)] == ["Bamako", "Kidal"]


def test_the_full_name_of_a_state_tells_where_and_no_letters_do(places):
    assert [t.text for t in DOC if places.names_state(t)] == ["Bamako", "Mali", "U.S."]
    assert [t.text for t in DOC if places.is_spelled_out(t)] == ["Bamako", "Mali"]


def test_a_name_in_no_table_is_unknown(places):
    assert places.is_unknown(DOC[6])
    assert not places.is_unknown(DOC[0])
