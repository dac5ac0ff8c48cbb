"""The table of states: complete, unambiguous and free of stray characters."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "gazetteer"
COLUMNS = (
    "key",
    "iso2",
    "label",
    "names",
    "adjective",
    "adjectives",
    "demonyms",
    "capitals",
    "seats",
    "wikidata",
    "start",
    "end",
    "checked",
)
NAMING = ("label", "names", "adjective", "adjectives", "demonyms", "capitals", "seats")


def keys(words):
    return words.split()


UN_MEMBERS = keys("""
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA
BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK
DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY
HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO
LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ
MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY
QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD
TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB
ZWE
""")
OTHERS = keys("VAT PSE XKX TWN ESH HKG MAC GRL FRO PRI SUN YUG SCG CSK DDR")
DE_FACTO = keys("XSL XNC XAB XSS XTN XDN XLU XNK")
NO_ADJECTIVE_OF_ITS_OWN = {
    *keys("COG DMA"),  # "Congolese" and "Dominican" go to the neighbour they mean more often
    *keys("BES BLM CCK CXR GGY JEY MAF NFK PCN SCG SGS SJM SPM SXM WLF XDN XLU"),
}


def rows():
    with (FOLDER / "states.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(cell):
    return cell.split("|") if cell else []


def test_columns_and_order():
    table = rows()
    found = [row["key"] for row in table]
    assert tuple(table[0]) == COLUMNS
    assert found == sorted(set(found))


def test_all_un_members_and_the_commonly_reported_others_are_there():
    assert len(UN_MEMBERS) == 193
    found = {row["key"] for row in rows()}
    assert found.issuperset(UN_MEMBERS), sorted(set(UN_MEMBERS) - found)
    assert found.issuperset(OTHERS + DE_FACTO)


def test_codes_and_dates_have_their_form():
    for row in rows():
        assert re.fullmatch(r"[A-Z]{3}", row["key"])
        assert re.fullmatch(r"([A-Z]{2})?", row["iso2"]), row["key"]
        for field in ("start", "end"):
            assert re.fullmatch(r"(\d{4}(-\d\d-\d\d)?)?", row[field]), row["key"]


def test_every_wikidata_id_has_its_form_and_one_owner():
    found = [row["wikidata"] for row in rows() if row["wikidata"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in found)
    assert [item for item, times in Counter(found).items() if times > 1] == []
    missing = {row["key"] for row in rows() if not row["wikidata"]}
    assert not missing.intersection(UN_MEMBERS)


def test_no_name_means_two_states():
    owners = {}
    for row in rows():
        for field in NAMING:
            for name in split(row[field]):
                assert owners.setdefault(name, row["key"]) == row["key"], name


def test_every_state_has_an_adjective_unless_none_exists():
    lacking = {row["key"] for row in rows() if not row["adjective"]}
    assert lacking == NO_ADJECTIVE_OF_ITS_OWN


def test_every_row_has_a_label_and_says_what_was_checked():
    for row in rows():
        assert row["label"], row["key"]
        assert row["checked"], row["key"]


def test_sovereign_states_have_a_capital_unless_its_name_means_something_else():
    lacking = {row["key"] for row in rows() if not row["capitals"]} & set(UN_MEMBERS)
    assert lacking == {"SYC"}  # Victoria


@pytest.mark.parametrize("name", ["organisations.csv", "places.csv", "states.csv"])
def test_no_stray_whitespace_or_empty_item(name):
    raw = (FOLDER / name).read_bytes()
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(raw.decode("utf-8").splitlines()))
    for row in table:
        for field, cell in row.items():
            assert cell is not None and field is not None, row
            if field != "checked":
                items = split(cell)
                assert all(item and item == item.strip() for item in items), (row["key"], field)
                assert len(items) == len(set(items)), (row["key"], field)
            assert "  " not in cell, (row["key"], field)
