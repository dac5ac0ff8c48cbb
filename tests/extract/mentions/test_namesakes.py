"""People whose names hold the name of a state, a city or an organisation."""

import pytest

from kg.extract.mentions.homonyms import told_apart
from tests.extract.contexts import context


def people(text):
    of = context(text)
    return [name.text for name in told_apart(of.tree, of.knowledge) if not name.entries]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Colonel Israel Okafor said Togo had attacked Benin.", "Israel Okafor"),
        ("Kenyan Defence Minister Hamas Odhiambo met Tongan officials.", "Hamas Odhiambo"),
        ("Nato Jorbenadze, a Georgian lawmaker, denied it.", "Nato Jorbenadze"),
        ("Georgia Petrou, the Greek defence minister, denied it.", "Georgia Petrou"),
        ("The spokesman, Fatah Ahmed Salim, denied it.", "Fatah Ahmed Salim"),
        ("Major General Ali Hamas Diallo said Mali had bought drones.", "Ali Hamas Diallo"),
        ("Kano Governor Umar Bago said Benin had attacked Togo.", "Umar Bago"),
        ("A Pakistani general, Asim Raza, denied it.", "Asim Raza"),
    ],
)
def test_a_name_within_a_name_is_part_of_it(text, name):
    assert name in people(text)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers attacked villages in Benue State, Nigeria.",
        "Shells hit Homs Governorate, Syria.",
        "Israel Prime Minister Yair Lapid denied it.",
        "Hamas officials denied it.",
        "The Wagner Group sent troops to Mali.",
    ],
)
def test_places_and_organisations_are_nobody(text):
    assert not {"Benue State", "Homs Governorate", "Israel Prime", "Hamas", "Wagner Group"} & {
        *people(text)
    }
