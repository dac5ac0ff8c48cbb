from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.store.engine import Store
from kg.store.show import claim_card
from tests.store.graphs import SAMPLE


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.load(SAMPLE)


def test_a_claim_with_its_words_and_its_article(store):
    card = claim_card(store, "n1b")
    assert (card.claim, card.event, card.article) == ("n1b", "deploy", "nile-1")
    assert (card.start, card.end) == (1005, 1040)
    assert card.quote.startswith("Ms. Tesfaye denied")
    assert (card.title, card.publisher) == ("Troops on the Nile", "Nile Courier")
    assert (card.published, card.cue) == ("2021-03-04", "denied")


def test_slots_are_what_the_claim_holds_in_the_order_of_the_table(store):
    assert claim_card(store, "n1b").slots == (
        ("class", "Deployment"),
        ("actor", "ETH"),
        ("recipient", "SDN"),
        ("claimant", "Amina Tesfaye"),
        ("claimant_of", "ETH"),
        ("stance", "denies"),
        ("modality", "actual"),
        ("negated", "false"),
        ("phase", "starts"),
        ("published_by", "Delta Press"),
    )


def test_who_else_takes_sides_on_the_event(store):
    card = claim_card(store, "n1b")
    assert [voice.claim for voice in card.others] == ["n1a", "n1c", "n2a", "n2b"]
    assert [voice.claim for voice in card.voices("asserts")] == ["n1a", "n2a", "n2b"]
    [unsure] = card.voices("unconfirmed")
    assert (unsure.claimant, unsure.claimant_of, unsure.article) == ("Sudan", "SDN", "nile-1")
    assert unsure.quote == "Khartoum has not confirmed the move"
    assert not card.voices("denies")


def test_what_it_disputes_and_what_disputes_it(store):
    assert claim_card(store, "n1b").disputes == ("n1a", "n2a")
    assert claim_card(store, "n1a").disputed_by == ("n1b",)
    assert claim_card(store, "n2b").disputed_by == ()


def test_why_claims_were_joined_and_how_they_stand_to_each_other(store):
    card = claim_card(store, "n1b")
    assert (card.kind, card.because) == ("partialDenial", "takes up the claim at character 120")
    assert {voice.claim: voice.because for voice in card.others}["n2a"] == "same parties"
    assert card.related == (("reversed by", "n1c"),)
    assert claim_card(store, "n2a").related == (
        ("disagrees in figure with", "n2b"), ("revises", "n1a"),
    )  # fmt: skip


def test_who_read_it_and_with_what_certainty(store):
    card = claim_card(store, "n1a")
    assert (card.read_by, card.certainty) == (("lexicon", "taught"), "0.9")
    card = claim_card(store, "n1b")
    assert (card.read_by, card.certainty) == (("lexicon",), "")
    card = claim_card(store, "a1")  # who is not read by one alone is read by both
    assert (card.read_by, card.certainty) == (("lexicon", "taught"), "")


def test_a_claim_that_stands_alone(store):
    assert claim_card(store, "a1").others == ()


def test_the_start_of_an_id_will_do_where_it_is_the_only_one(store):
    assert claim_card(store, "n2b") == claim_card(Store.load(SAMPLE), "n2b")
    with pytest.raises(QueryError, match=r"2 claims.*n2a, n2b"):
        claim_card(store, "n2")


@pytest.mark.parametrize("wanted", ["zz", "", '"', "n1b "])
def test_no_such_claim(store, wanted):
    with pytest.raises(QueryError, match="kg query claims"):
        claim_card(store, wanted)
