from rdflib import SKOS

from kg.model import Agent
from kg.rdf.agents import agent_triples
from kg.rdf.aliases import aliases


def test_states_organisations_and_bodies_have_the_names_of_the_gazetteer():
    assert "Federal Democratic Republic of Ethiopia" in aliases("ETH", "Ethiopia")
    assert "Association of Southeast Asian Nations" in aliases("ASEAN", "ASEAN")
    assert "Israeli Mossad" in aliases("ISR-MOSSAD", "Mossad")


def test_the_label_is_no_alias_and_who_is_unlisted_has_none():
    assert "Ethiopia" not in aliases("ETH", "Ethiopia")
    assert aliases("person-amina-tesfaye", "Amina Tesfaye") == ()


def test_other_names_stand_in_the_graph():
    told = list(agent_triples(Agent("KEN", "State", "Kenya", iso3="KEN")))
    assert "Republic of Kenya" in {str(o) for _, p, o in told if p == SKOS.altLabel}
