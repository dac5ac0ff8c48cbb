"""Towns of the gazetteer looked up in a file of cities: which of several of one name is meant."""

import csv
import json

import pytest

from kg.training import coordinates


def city(name: str, people: int, code: str = "NO", **told: object) -> dict[str, object]:
    return {"geonameid": people, "name": name, "countrycode": code, "population": people,
            "latitude": 59.91273, "longitude": -10.74609, "alternatenames": []} | told  # fmt: skip


@pytest.fixture
def towns(monkeypatch):
    """The gazetteer's towns, as (label, other names, state, code)."""
    known = [("Ås", ("Aas",), "NOR", "NO"), ("Brest, Belarus", (), "BLR", "BY"),
             ("Butler, Pennsylvania", (), "USA", "US")]  # fmt: skip
    monkeypatch.setattr(coordinates, "towns", lambda: iter(known))


@pytest.mark.parametrize(
    ("cities", "found"),
    [
        ([city("As", 900)], [("Ås", "NOR", "59.913", "-10.746", "900")]),
        ([city("As", 900, "SE")], []),
        ([city("As", 900), city("Ås", 100)], [("Ås", "NOR", "59.913", "-10.746", "900")]),
        ([city("As", 900), city("Ås", 800)], []),
        ([city("Elsewhere", 7, alternatenames=["AAS"])],
         [("Ås", "NOR", "59.913", "-10.746", "7")]),
        ([city("Brest", 8, "BY")], [("Brest, Belarus", "BLR", "59.913", "-10.746", "8")]),
        ([city("Butler", 9, "US")], []),
    ],
    ids=["folded", "another state", "far larger", "as large", "by another name", "behind a comma",
         "a region behind the comma"],
)  # fmt: skip
def test_a_town_is_found_where_its_name_means_one(towns, cities, found):
    assert list(coordinates.rows(cities)) == found


def test_the_table_is_written_beside_that_of_places(towns, tmp_path, monkeypatch):
    monkeypatch.setattr(coordinates, "ontology", lambda *parts: tmp_path / parts[-1])
    (tmp_path / "cities.json").write_text(json.dumps({"1": city("As", 5)}), encoding="utf-8")
    coordinates.main([str(tmp_path / "cities.json")])
    with (tmp_path / "coordinates.csv").open(encoding="utf-8", newline="") as file:
        assert [row["longitude"] for row in csv.DictReader(file)] == ["-10.746"]
