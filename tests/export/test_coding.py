import pytest

from kg.export.coding import event_codes, statement_codes

CLAIM = {
    "class": "Deployment", "phase": "starts", "modality": "actual", "negated": "false",
    "stance": "asserts", "kind": "", "actor_keys": "ERI", "recipient_keys": "ETH",
    "claimant_key": "", "claimant_of_key": "",
}  # fmt: skip


def event(**cells):
    coded = event_codes(CLAIM | cells)
    return coded.status, coded.plover, coded.cameo


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({}, ("told", "AID", "072")),
        ({"recipient_keys": ""}, ("told", "MOBILIZE", "154")),
        ({"recipient_keys": "ERI"}, ("told", "MOBILIZE", "154")),
        ({"phase": "ends"}, ("told", "RETREAT", "087")),
        ({"modality": "alleged"}, ("alleged", "AID", "072")),
        ({"modality": "planned"}, ("planned", "AGREE", "0332")),
        ({"class": "Invasion"}, ("told", "ASSAULT", "190")),
        ({"class": "Meeting"}, ("told", "CONSULT", "040")),
        ({"class": "Sanction", "phase": "ends"}, ("told", "RETREAT", "085")),
        ({"class": "Event"}, ("told", "", "")),
    ],
)
def test_what_is_told_as_happening_has_its_codes(cells, codes):
    assert event(**cells) == codes


@pytest.mark.parametrize(
    "cells",
    [
        {"stance": "denies"},
        {"stance": "unconfirmed"},
        {"negated": "true"},
        {"modality": "possible"},
        {"modality": "conditional"},
        {"class": "Attack", "modality": "planned", "claimant_key": "ETH"},
        {"stance": "denies", "modality": "planned"},
        {"stance": "denies", "negated": "true"},
    ],
)
def test_what_is_not_has_none_that_may_be_counted(cells):
    coded = event_codes(CLAIM | cells)
    assert (coded.plover, coded.cameo, coded.quad) == ("", "", "")
    assert coded.about_plover and coded.about_cameo


def test_special_contexts_are_those_of_plover():
    assert event_codes(CLAIM | {"negated": "true"}).plover_context == "military|negation"
    assert event_codes(CLAIM | {"modality": "possible"}).plover_context == "military|hypothetical"
    assert event_codes(CLAIM | {"modality": "planned"}).plover_context == "military"


def test_who_announces_its_own_sanction_threatens():
    sanction = {"class": "Sanction", "modality": "planned"}
    assert event(**sanction, claimant_of_key="ERI") == ("planned", "THREATEN", "1312")
    assert event(**sanction, claimant_of_key="ETH") == ("planned", "", "")


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"stance": "denies", "claimant_of_key": "ERI"}, ("", "016")),
        ({"stance": "denies", "claimant_of_key": "NOR"}, ("", "")),
        ({"stance": "unconfirmed", "kind": "nonDenial"}, ("", "011")),
        ({"kind": "accusation"}, ("ACCUSE", "112")),
    ],
)
def test_what_a_claimant_does_by_speaking(cells, codes):
    coded = statement_codes(CLAIM | cells)
    assert (coded.plover, coded.cameo) == codes


def test_merely_to_say_so_is_no_statement():
    assert statement_codes(CLAIM) is None


def test_an_article_in_its_own_voice_is_no_actor_of_an_event_without_actors():
    coded = statement_codes(CLAIM | {"stance": "denies", "actor_keys": ""})
    assert coded.cameo == ""
