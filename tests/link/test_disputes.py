from __future__ import annotations

import pytest

from kg.link.corpus import link
from tests.link.claims import claim, reading


def disputes(*claims):
    return link([reading("a", *claims)]).disputes


def test_both_deniers_dispute_every_assertion_of_the_event():
    said = (claim("a", 0, claimant="SDN"), claim("a", 10))
    deny = (
        claim("a", 20, stance="denies", claimant="ERI"),
        claim("a", 30, stance="denies", claimant="ETH"),
    )
    assert disputes(*said, *deny) == (
        ("a.20", "a.0"), ("a.20", "a.10"), ("a.30", "a.0"), ("a.30", "a.10"),
    )  # fmt: skip


def test_a_denial_reaches_other_articles():
    one = reading("a", claim("a", 0, claimant="SDN"))
    two = reading("b", claim("b", 0, stance="denies", claimant="ERI"))
    assert link([one, two]).disputes == (("b.0", "a.0"),)


@pytest.mark.parametrize(
    "slots",
    [
        {"recipients": ("TCD",), "event_class": "Sanction"},
        {"stance": "unconfirmed"},
        {"negated": True},
        {"modality": "planned"},
        {"modality": "conditional"},
        {"claimant": "eri-ministry"},
        {"claimant": "ERI"},
    ],
    ids=str,
)
def test_a_denial_leaves_alone_what_it_does_not_deny(slots):
    assert disputes(claim("a", 0, **slots), claim("a", 9, stance="denies", claimant="ERI")) == ()


def test_a_denied_plan_disputes_the_plan():
    said = claim("a", 0, modality="planned"), claim("a", 10)
    denial = claim("a", 20, stance="denies", modality="planned", claimant="ERI")
    assert disputes(*said, denial) == (("a.20", "a.0"),)


def test_what_a_denial_takes_up_in_words_it_denies_whatever_its_kind():
    said = claim("a", 0, modality="possible", claimant="SDN", place="Keren")
    denial = claim("a", 9, event_class="Event", about="a.0", stance="denies", claimant="ERI")
    assert disputes(said, denial) == (("a.9", "a.0"),)


def test_a_vague_denial_disputes_the_event_of_its_article():
    denial = claim("a", 9, recipients=(), stance="denies", claimant="ERI")
    assert disputes(claim("a", 0, claimant="SDN"), denial) == (("a.9", "a.0"),)
