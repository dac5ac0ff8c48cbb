"""The closed sets that the gazetteer declares."""

import pytest

from kg import resources
from kg.knowledge.keys import keys
from tests.knowledge import tables


@pytest.fixture
def closed(tmp_path, monkeypatch):
    tables.write(tmp_path)
    monkeypatch.setattr(resources, "ontology", tmp_path.joinpath)
    return keys()


def test_states_and_organisations_are_told_apart_and_joined(closed):
    assert "GBR" in closed["state"].known and "AU" not in closed["state"].known
    assert closed["organisation"].known == {"AU", "BOKO"}
    assert {"GBR", "AU"} <= closed["state or organisation"].known


def test_offices_are_roles_and_others(closed):
    assert closed["office"].known == closed["role"].known | {"other"}


def test_a_set_knows_its_file(closed):
    assert closed["role"].remedy("amry").endswith("(gazetteer/roles.csv).")
