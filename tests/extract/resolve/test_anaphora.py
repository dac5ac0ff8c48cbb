"""Nouns that take up an earlier claim, and which one, on trees and claims by hand."""

from dataclasses import replace

import pytest

from kg.extract.resolve.anaphora import EventAnaphora
from kg.knowledge import lexicon
from kg.model import Claim, Evidence
from tests.extract.trees import parsed, word

SENTENCES = {
    "Mali denied the claims .": ("NNP VBD DT NNS .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct"),
    "Mali denied some claims .": ("NNP VBD DT NNS .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct"),
    "Mali denied the troops .": ("NNP VBD DT NNS .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct"),
    "Mali denied any involvement .": ("NNP VBD DT NN .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct"),
    "Mali rejected the claim that it sent troops .": (
        "NNP VBD DT NN IN PRP VBD NNS .",
        "1:nsubj 1:ROOT 3:det 1:obj 6:mark 6:nsubj 3:acl 6:obj 1:punct"),
}  # fmt: skip
DOC = parsed("Mali denied the claims .", *SENTENCES["Mali denied the claims ."])
CLAIMS = word(DOC, "claims")


@pytest.fixture(scope="module")
def anaphora() -> EventAnaphora:
    return EventAnaphora(lexicon.load())


BEFORE = Claim(
    "before", "a", "Attack", ("MLI",), (), (), None, "asserts", "actual", False, "starts",
    Evidence("x", 0, 1), Evidence("x", 0, 1),
)  # fmt: skip


def claim(id: str, start: int = 0, **slots: object) -> Claim:
    words = Evidence("x", start, start + 1)
    return replace(BEFORE, id=id, evidence=words, trigger=words, **slots)


@pytest.mark.parametrize(
    ("text", "noun", "back"),
    [
        ("Mali denied the claims .", "claims", True),
        ("Mali denied some claims .", "claims", False),  # none in particular
        ("Mali denied the troops .", "troops", False),  # no word of an event or a statement
        ("Mali rejected the claim that it sent troops .", "claim", False),  # it is said right there
    ],
)
def test_which_nouns_point_back(anaphora, text, noun, back):
    assert anaphora.takes_up(word(parsed(text, *SENTENCES[text]), noun)) is back


def test_involvement_with_nothing_said_of_what_in(anaphora):
    doc = parsed("Mali denied any involvement .", *SENTENCES["Mali denied any involvement ."])
    assert anaphora.is_involvement(word(doc, "involvement"))
    assert not anaphora.is_involvement(CLAIMS)


def test_the_nearest_claim_about_the_parties_is_taken_up(anaphora):
    far, near = claim("far", start=CLAIMS.idx - 10), claim("near", start=CLAIMS.idx - 5)
    other = claim("other", actors=("TCD",), start=CLAIMS.idx - 2)
    found = anaphora.antecedent(CLAIMS, [far, near, other], (), frozenset({"MLI"}))
    assert found == near


def test_who_acts_goes_before_who_is_hit(anaphora):
    acts = claim("acts", start=CLAIMS.idx - 10)
    hit = claim("hit", actors=("TCD",), recipients=("MLI",), start=CLAIMS.idx - 5)
    assert anaphora.antecedent(CLAIMS, [acts, hit], (), frozenset({"MLI"})) == acts


def test_what_was_done_goes_before_what_is_planned(anaphora):
    done = claim("done", start=CLAIMS.idx - 10)
    planned = claim("planned", modality="planned", start=CLAIMS.idx - 5)
    assert anaphora.antecedent(CLAIMS, [done, planned], (), frozenset({"MLI"})) == done


@pytest.mark.parametrize(
    "given",
    [
        claim("denied", stance="denies"),
        claim("plain", event_class="Event"),
        claim("of nobody", actors=()),
        claim("itself", start=CLAIMS.idx),
        claim("far away", start=CLAIMS.idx + 5000),
    ],
    ids=lambda given: given.id,
)
def test_what_is_never_taken_up(anaphora, given):
    assert anaphora.antecedent(CLAIMS, [given], (), frozenset()) is None


def test_only_a_claim_of_the_classes_asked_for(anaphora):
    aid, attack = claim("aid", event_class="Aid"), claim("attack")
    assert anaphora.antecedent(CLAIMS, [aid, attack], ("Aid",), frozenset()) == aid
    assert anaphora.antecedent(CLAIMS, [attack], ("Aid",), frozenset()) is None
