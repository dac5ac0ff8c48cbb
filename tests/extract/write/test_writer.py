"""Evidence, figures and ids of claims, on trees by hand."""

from tests.extract.handmade import claims

SENT = ("On Monday Chad sent 300 troops to Mali , angering Niger .",
        "IN NNP NNP VBD CD NNS IN NNP , VBG NNP .",
        "1:case 3:obl 3:nsubj 3:ROOT 5:nummod 3:obj 7:case 3:obl 9:punct 3:advcl 9:obj"
        " 3:punct")  # fmt: skip
SAID = ("Chad said Mali had not sent troops .", "NNP VBD NNP VBD RB VBN NNS .",
        "1:nsubj 1:ROOT 5:nsubj 5:aux 5:advmod 1:ccomp 5:obj 1:punct")  # fmt: skip


def test_evidence_is_the_shortest_run_that_holds_what_the_claim_says():
    (claim,) = claims(SENT)
    assert claim.evidence.quote == "Chad sent 300 troops to Mali"
    assert claim.trigger.quote == "sent"
    text = SENT[0]
    for words in (claim.evidence, claim.trigger):
        assert text[words.start : words.end] == words.quote


def test_the_figure_the_day_and_the_thing():
    (claim,) = claims(SENT)
    assert claim.quantity is not None and (claim.quantity.low, claim.quantity.unit) == (
        300,
        "troops",
    )
    assert claim.time is not None and claim.time.words == "On Monday"
    assert claim.objects == ("300 troops",)


def test_the_cue_and_what_negates_are_quoted():
    (claim,) = claims(SAID)
    assert (claim.claimant, claim.negated) == ("TCD", True)
    assert "not sent" in claim.evidence.quote
    assert claim.cue.startswith("said")


def test_ids_follow_from_what_is_said_alone():
    assert claims(SENT)[0].id == claims(SENT)[0].id
    other = (SENT[0].replace("Chad", "Togo"), *SENT[1:])
    assert claims(other)[0].id != claims(SENT)[0].id
    assert len(claims(SENT)[0].id) == 12
