"""The gazetteer over tables of our own: a closed schema, terms of office, roles and titles."""

from datetime import date

import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge import gazetteer
from kg.knowledge.gazetteer import Entry, Gazetteer
from kg.model import Term
from tests.knowledge import tables


@pytest.fixture
def folder(tmp_path, monkeypatch):
    tables.write(tmp_path)
    monkeypatch.setattr(resources, "ontology", tmp_path.joinpath)
    return tmp_path / "gazetteer"


@pytest.fixture
def world(folder) -> Gazetteer:
    return Gazetteer()


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# --- a closed schema ------------------------------------------------------


@pytest.mark.parametrize("name", tables.ROWS)
def test_an_unknown_column_is_refused_with_the_allowed_ones(folder, name):
    spoil(folder / name, "checked", "chekced")
    with pytest.raises(
        KnowledgeError, match=rf"{name} line 1: chekced: there is no such column"
    ) as raised:
        Gazetteer()
    assert raised.value.remedy.startswith("Did you mean 'checked'? Allowed: ")
    assert "key" in raised.value.remedy or name == "roles.csv"


@pytest.mark.parametrize(
    ("name", "column"),
    [("states.csv", "adjectives"), ("leaders.csv", "surname"), ("places.csv", "kind")],
)
def test_a_missing_column_is_named(folder, name, column):
    spoil(folder / name, column, "notes")
    with pytest.raises(
        KnowledgeError, match=rf"{name} line 1: notes: there is no such column .*{column}"
    ):
        Gazetteer()


def test_a_column_of_provenance_may_be_left_out(folder):
    path = folder / "places.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(line.rpartition(",")[0] + "\n" for line in lines), encoding="utf-8")
    assert Gazetteer().places[0].label == "Darfur"


def test_an_unknown_kind_of_organisation_is_refused_with_its_line(folder):
    spoil(folder / "organisations.csv", "ArmedGroup", "Militia")
    with pytest.raises(
        KnowledgeError, match=r"organisations\.csv line 3: kind = 'Militia'"
    ) as raised:
        Gazetteer()
    assert "ArmedGroup" in raised.value.remedy
    assert "Media" in raised.value.remedy


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("leaders.csv", ",head_of_state,", ",head_of_sate,", r"line 4: office = 'head_of_sate': th"
         r"ere is no such office. Did you mean 'head_of_state'\? Allowed: .*gazetteer/roles\.csv"),
        ("leaders.csv", "GEO", "GOE", r"line 4: of = 'GOE': there is no such state or org"),
        ("leaders.csv", "2011-05", "2011-5", r"line 2: start = '2011-5': it has to be a date"),
        ("bodies.csv", ",army,", ",amry,", r"line 2: role = 'amry': .*mean 'army'"),
        ("bodies.csv", "GBR,army", "GBX,army", r"of = 'GBX': .*mean 'GBR'"),
        ("bodies.csv", ",true,", ",ture,", r"main = 'ture': it has to be true or false"),
        ("bodies.csv", "GBR-OLD", "GBR-ARMY", r"line 3: key = 'GBR-ARMY': line 2 has the same"),
        ("organisations.csv", "SDN|SSD", "SDN|SSX", r"line 3: members = 'SSX': there is no such"),
        ("places.csv", ",region,", ",regoin,", r"line 2: kind = 'regoin': .*mean 'region'"),
        ("places.csv", "SDN", "AU", r"of = 'AU': there is no such state\."),
        ("roles.csv", ",office,", ",ofice,", r"line 3: kind = 'ofice': .*mean 'office'"),
        ("roles.csv", "SDN", "SDX", r"line 5: states = 'SDX': there is no such state or organisat"),
        ("states.csv", "Q230", "230", r"wikidata = '230': it has to be the id of a Wikidata item"),
        ("states.csv", "Georgia", "", r"line 6: label: the cell is empty"),
    ],
)  # fmt: skip
def test_an_unknown_name_or_a_broken_cell_is_refused(folder, name, old, new, said):
    spoil(folder / name, old, new)
    with pytest.raises(KnowledgeError, match=said) as raised:
        Gazetteer()
    assert raised.value.value.startswith(f"gazetteer/{name} line ")


def test_a_file_that_is_missing_is_named(monkeypatch, tmp_path):
    path = tmp_path / "gazetteer"
    path.mkdir()
    monkeypatch.setattr(resources, "_folder", lambda name: tmp_path)
    with pytest.raises(KnowledgeError, match=r"ontology/gazetteer/states\.csv: no such file"):
        Gazetteer()


def test_the_shipped_gazetteer_is_read_once():
    assert gazetteer.load() is gazetteer.load()


# --- agents ---------------------------------------------------------------


def test_agents_of_every_table(world):
    assert (world.agent("GEO").kind, world.agent("GEO").iso3) == ("State", "GEO")
    assert (world.agent("GEO").wikidata, world.agent("SDN").wikidata) == ("Q230", None)
    assert (world.agent("AU").kind, world.agent("AU").principal) == (
        "IntergovernmentalOrganization",
        "AU",
    )
    assert (world.agent("GBR-ARMY").kind, world.agent("GBR-ARMY").principal) == (
        "GovernmentBody",
        "GBR",
    )
    with pytest.raises(KeyError):
        world.agent("ATLANTIS")


def test_a_leader_counts_for_the_state_of_the_day(world):
    assert world.agent("ann-hill", date(2013, 1, 1)).of == "GBR"
    assert world.agent("ann-hill", date(2018, 6, 1)).of == "GEO"
    assert world.agent("ann-hill", date(2015, 1, 1)).of == "GBR"  # the nearer of two terms
    assert world.agent("ann-hill", date(2025, 1, 1)).of == "GEO"


def test_terms_begin_and_end_with_the_days_that_a_partial_date_covers(world):
    assert world.agent("ann-hill").terms == (
        Term("head_of_government", "GBR", date(2011, 5, 1), date(2014, 12, 31)),
        Term("head_of_state", "GEO", date(2018, 1, 1), date(2019, 2, 28)),
    )
    assert world.agent("bo-hill").terms[0].end is None


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2011, 4, 30), None),
        (date(2011, 5, 1), "ann-hill"),
        (date(2014, 12, 31), "ann-hill"),
        (date(2015, 6, 1), None),  # nobody
        (date(2016, 3, 2), "bo-hill"),
        (date(2040, 1, 1), "bo-hill"),  # an open term
        (None, None),
    ],
)
def test_the_holder_of_an_office_by_date(world, day, holder):
    assert world.holder("GBR", "head_of_government", day) == holder


def test_two_holders_on_one_day_are_none(folder):
    spoil(folder / "leaders.csv", "2016-03-02", "2014-11-01")
    world = Gazetteer()
    assert world.holder("GBR", "head_of_government", date(2014, 10, 31)) == "ann-hill"
    assert world.holder("GBR", "head_of_government", date(2014, 11, 1)) is None
    assert world.holder("GBR", "head_of_government", date(2015, 1, 1)) == "bo-hill"


def test_offices_of_other_states_are_not_held(world):
    assert world.holder("GEO", "head_of_government", date(2013, 1, 1)) is None
    assert world.held("ann-hill", "head_of_state")
    assert not world.held("bo-hill", "head_of_state")


def test_the_distance_from_a_term_in_days(world):
    assert world.distance("bo-hill", date(2016, 3, 1)) == 1
    assert world.distance("bo-hill", date(2030, 1, 1)) == 0
    assert world.distance("ann-hill", date(2019, 3, 2)) == 2


# --- roles ----------------------------------------------------------------


def test_the_role_of_a_state_of_its_own_comes_first(world):
    assert world.role("army", "SDN").role == "ruling_council"
    assert world.role("army", "GBR").role == "army"
    assert world.role("army", None).role == "army"
    assert world.role("navy", "GBR") is None
    assert world.any_role("prime minister").role == "head_of_government"


def test_titles_are_known_in_any_case(world):
    assert world.title("PRIME MINISTER", None).role == "head_of_government"
    assert world.title("pm", "GEO").role == "head_of_government"
    assert world.title("Duke", None) is None


def test_the_main_body_of_a_role(world):
    assert world.body("GBR", "army") == "GBR-ARMY"
    assert world.body("GEO", "army") is None


def test_members_and_the_longest_role(world):
    assert world.members("BOKO") == ("SDN", "SSD")
    assert world.members("GBR") == ()
    assert world.longest_role == 2


# --- entries --------------------------------------------------------------


def test_every_name_is_an_entry_with_its_form(world):
    found = list(world.entries())
    for name, form, key, label in (
        ("United Kingdom", "name", "GBR", "United Kingdom"),
        ("Britain", "name", "GBR", "United Kingdom"),
        ("UK", "adjective", "GBR", "United Kingdom"),
        ("Britons", "demonym", "GBR", "United Kingdom"),
        ("London", "capital", "GBR", "United Kingdom"),
        ("Whitehall", "seat", "GBR", "United Kingdom"),
        ("Boko Haram", "organisation", "BOKO", "Boko Haram"),
        ("British Army", "body", "GBR-ARMY", "British Army"),
        ("Bosworth Hill", "leader", "bo-hill", "Bo Hill"),
        ("Darfur", "place", "SDN", "Darfur"),
        ("Red Sea", "place", "", "Red Sea"),
    ):
        assert (name, Entry(form, key, label)) in found
    assert len(found) == len(set(found))
