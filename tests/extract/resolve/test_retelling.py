"""Claims that lean on what was said before, on trees by hand."""

from tests.extract.handmade import claims

SENT = ("Chad said Mali had sent troops to Niger .", "NNP VBD NNP VBD VBN NNS IN NNP .",
        "1:nsubj 1:ROOT 4:nsubj 4:aux 1:ccomp 4:obj 7:case 4:obl 1:punct")  # fmt: skip
DENIED = ("Mali denied it .", "NNP VBD PRP .", "1:nsubj 1:ROOT 1:obj 1:punct")
SILENT = ("Mali declined to comment .", "NNP VBD TO VB .", "1:nsubj 1:ROOT 3:mark 1:xcomp 1:punct")
PLAIN = ("Mali denied the rumours .", "NNP VBD DT NNS .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct")


def test_who_denies_it_denies_what_was_said_of_them():
    said, denied = claims(SENT, DENIED)
    assert (denied.event_class, denied.actors, denied.recipients) == (
        "Deployment", ("MLI",), ("NER",),
    )  # fmt: skip
    assert (denied.stance, denied.claimant, denied.about) == ("denies", "MLI", said.id)


def test_who_declines_to_comment_leaves_it_open():
    said, silent = claims(SENT, SILENT)
    assert (silent.stance, silent.claimant, silent.about) == ("unconfirmed", "MLI", said.id)


def test_a_denial_of_what_nobody_told_is_a_plain_event():
    (denied,) = claims(PLAIN)
    assert (denied.event_class, denied.stance, denied.about) == ("Event", "denies", None)
    assert "rumours" in denied.label


def test_nothing_leans_on_what_was_not_said():
    assert claims(SILENT) == []
    assert [(c.event_class, c.about) for c in claims(DENIED)] == [("Event", None)]
