import csv
import io

import pytest

from kg.export import coded
from tests.export.graphs import written


@pytest.fixture(scope="module")
def table(graph):
    return list(csv.DictReader(io.StringIO(written(coded.write, graph).decode())))


def of(table, claim, row="event"):
    return [r for r in table if r["claim"] == claim and r["row"] == row]


def test_an_asserted_deployment_is_coded_with_both_parties(table):
    (row,) = of(table, "c1f0a1")
    assert (row["source"], row["plover"], row["cameo"], row["target"]) == (
        "ERI",
        "AID",
        "072",
        "ETH",
    )
    assert (row["date_start"], row["dated"], row["source_wikidata"]) == (
        "2021-03-01",
        "told",
        "Q986",
    )


def test_its_denial_is_a_statement_and_no_event(table):
    (event,) = of(table, "c2f0b2")
    assert (event["status"], event["plover"], event["cameo"]) == ("denied", "", "")
    assert (event["about_plover"], event["about_cameo"]) == ("AID", "072")
    (said,) = of(table, "c2f0b2", "statement")
    assert (said["source"], said["cameo"], said["target"]) == ("ERI", "016", "ETH")
    assert (said["date_start"], said["dated"]) == ("2021-03-02", "published")


def test_counting_codes_counts_nothing_that_is_not_told(table):
    counted = {row["claim"] for row in table if row["row"] == "event" and row["cameo"]}
    assert counted == {"c1f0a1"}


def test_those_who_act_together_are_one_reciprocal_row(table):
    (row,) = of(table, "c7f0a7")
    assert (row["source"], row["target"], row["reciprocal"]) == ("ETH", "NOR", "true")
    assert (row["about_plover"], row["plover_context"]) == ("CONSULT", "hypothetical")


def test_every_claim_has_a_row_and_words(table):
    assert {row["claim"] for row in table if row["row"] == "event"} == {
        "c1f0a1", "c2f0b2", "c3f0c3", "c4f0d4", "c5f0e5", "c6f0f6", "c7f0a7",
    }  # fmt: skip
    assert all(row["quote"] and row["article"] for row in table)


AGENTS = {
    key: {"key": key, "label": key, "kind": kind, "iso3": iso3, "of_key": of_key, "wikidata": ""}
    for key, kind, iso3, of_key in (
        ("NOR", "State", "NOR", ""),
        ("ministry", "GovernmentBody", "", "NOR"),
        ("union", "IntergovernmentalOrganization", "", ""),
        ("band", "ArmedGroup", "", ""),
        ("crowd", "Group", "", ""),
    )
}


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("NOR", ("NOR", "")), ("ministry", ("NOR", "GOV")), ("union", ("IGO", "")),
        ("band", ("", "REB")), ("crowd", ("", "")), ("", ("", "")), ("unlisted", ("", "")),
    ],
)  # fmt: skip
def test_parties_have_the_codes_of_plover(key, codes):
    found = coded.party(key, AGENTS)
    assert (found.code, found.sector) == codes
