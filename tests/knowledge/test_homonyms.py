"""Regions and seats as they ship, and what a file that breaks its schema is told."""

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge import gazetteer, homonyms
from kg.knowledge.homonyms import Homonyms


def test_a_region_is_found_by_its_abbreviation():
    assert [(r.key, r.of) for r in homonyms.load().regions["Pa."]] == [("US-PA", "USA")]


def test_a_name_may_be_that_of_several_regions():
    assert {r.of for r in homonyms.load().regions["Punjab"]} == {"IND", "PAK"}


def test_a_city_has_at_most_one_default_and_lies_in_its_host_state():
    states = gazetteer.load().states
    for city, rows in homonyms.load().seats.items():
        assert sum(row.default for row in rows) <= 1
        assert all(city in states[row.host].capitals for row in rows)


def test_a_seat_of_an_unknown_organisation_is_refused(tmp_path, monkeypatch):
    shipped = resources.ontology("gazetteer")
    folder = tmp_path / "gazetteer"
    folder.mkdir()
    for file in shipped.iterdir():
        text = file.read_text(encoding="utf-8")
        told = text.replace("Brussels,EU,", "Brussels,EUX,") if file.name == "seats.csv" else text
        (folder / file.name).write_text(told, encoding="utf-8")
    monkeypatch.setattr(resources, "ontology", tmp_path.joinpath)
    with pytest.raises(KnowledgeError, match=r"seats\.csv line 3: of = 'EUX'"):
        Homonyms()
