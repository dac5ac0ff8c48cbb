"""Names in texts, over tables of our own and the shipped gazetteer."""

from itertools import pairwise

import pytest
import spacy

from kg import resources
from kg.knowledge import gazetteer
from kg.knowledge.gazetteer import Entry, Gazetteer
from kg.language.names import Name, NameFinder
from tests.knowledge import tables

NLP = spacy.blank("en")


@pytest.fixture(scope="module")
def finder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ontology")
    tables.write(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resources, "ontology", folder.joinpath)
        return NameFinder(Gazetteer())


@pytest.fixture(scope="module")
def shipped():
    return NameFinder(gazetteer.load())


def found(finder, text):
    """(words, form and key of the most telling entry, suffix) of each name."""
    return [
        (name.text, f"{name.entries[0].form} {name.entries[0].key}", name.suffix)
        for name in finder.find(NLP(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sudan spoke.", [("Sudan", "name SDN", "")]),
        ("South Sudan spoke.", [("South Sudan", "name SSD", "")]),  # the longest match
        ("South Sudanese troops", [("South Sudanese", "adjective SSD", "")]),
        ("Sudan's army", [("Sudan", "name SDN", "")]),
        ("Côte d'Ivoire spoke", [("Côte d'Ivoire", "name CIV", "")]),
        ("Côte d’Ivoire spoke", [("Côte d’Ivoire", "name CIV", "")]),
        ("CÔTE D'IVOIRE SPOKE", [("CÔTE D'IVOIRE", "name CIV", "")]),
        ("SOUTH SUDAN SPOKE", [("SOUTH SUDAN", "name SSD", "")]),
        ("the Ivorians left", [("Ivorians", "demonym CIV", "")]),
        ("Whitehall said", [("Whitehall", "seat GBR", "")]),
        ("London said", [("London", "capital GBR", "")]),
        ("U.K.-led talks", [("U.K.", "name GBR", "led")]),
        ("U.K.-backed forces", [("U.K.", "name GBR", "backed")]),
        ("Sudan-Georgia talks", [("Sudan", "name SDN", "")]),
        ("the British Army left", [("British Army", "body GBR-ARMY", "")]),
        ("the British army left", [("British", "adjective GBR", "")]),
        ("Bosworth Hill came", [("Bosworth Hill", "leader bo-hill", "")]),
        ("in Darfur, on the Red Sea", [("Darfur", "place SDN", ""), ("Red Sea", "place ", "")]),
        ("Boko Haram and the African Union", [
            ("Boko Haram", "organisation BOKO", ""),
            ("African Union", "organisation AU", ""),
        ]),
        ("the hill, a sudan chair, uk", []),
        ("", []),
    ],
)  # fmt: skip
def test_find(finder, text, expected):
    assert found(finder, text)[: len(expected)] == expected
    assert bool(found(finder, text)) == bool(expected)


def test_names_are_in_order_and_never_overlap(finder):
    doc = NLP("South Sudan, Sudan and the U.K.-led African Union met in London on Côte d’Ivoire.")
    names = finder.find(doc)
    assert [doc[n.start : n.end].text for n in names][:3] == ["South Sudan", "Sudan", "U.K.-led"]
    for before, after in pairwise(names):
        assert before.end <= after.start


def test_a_name_that_stands_for_several_things_gives_all_of_them(finder):
    forms = [entry.form for entry in finder.entries("UK")]
    assert forms == ["name", "adjective"]


def test_two_people_of_one_surname(finder):
    assert finder.surname("Hill") == {"ann-hill", "bo-hill"}
    assert finder.surname("Dale") == frozenset()


def test_people_that_only_a_model_knows_have_no_entry(finder):
    doc = NLP("Then Zed Zorn met Ann Hill")
    doc.ents = [doc.char_span(5, 13, label="PERSON"), doc.char_span(18, 26, label="PERSON")]
    names = finder.find(doc)
    assert [(n.text, bool(n.entries)) for n in names] == [("Zed Zorn", False), ("Ann Hill", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", "GIN GNB GNQ PNG"),
        ("the Republic of the Congo and the Democratic Republic of the Congo", "COG COD"),
        ("Niger and Nigeria, Nigerien and Nigerian", "NER NGA NER NGA"),
        ("Dominica and the Dominican Republic", "DMA DOM"),
        ("Iran, Iraq and Ireland", "IRN IRQ IRL"),
        ("EGYPT AND BURKINA FASO", "EGY BFA"),
        ("U.S.-brokered talks, a U.N.-led force", "USA UN"),
        ("Samoa and American Samoa", "WSM ASM"),
    ],
)
def test_names_that_contain_each_other(shipped, text, expected):
    assert [n.entries[0].key for n in shipped.find(NLP(text))] == expected.split()


def test_a_name_tells_its_key_in_the_forms_that_are_asked_for():
    niger = Name(0, 1, (Entry("place", "", "Niger"), Entry("name", "NER", "Niger")), "Niger")
    assert niger.forms == {"place", "name"} and niger.is_listed
    assert (niger.key("name"), niger.key("place")) == ("NER", None)
    assert niger.key("place", "name") == "NER" and niger.key("capital") is None
    assert not Name(0, 1, niger.entries[:1], "Niger").is_listed


def test_us_is_a_state_and_us_is_not(shipped):
    assert [n.text for n in shipped.find(NLP("They told us that the US left."))] == ["US"]


def test_acronyms_may_be_written_as_words(shipped):
    found = shipped.find(NLP("Igad and Monusco left Juba"))
    assert [name.entries[0].key for name in found] == ["IGAD", "MONUSCO", "SSD"]
