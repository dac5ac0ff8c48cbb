"""The lexicon's reading of one article: order, headlines, repeats, front matter, echoes."""

from dataclasses import replace

import pytest

from kg.extract.propose.lexical import LexicalReading, pointing, telling, without_echoes
from kg.model import Claim, Evidence
from tests.extract.contexts import context

SHOWN = (
    "Bolivia said on Monday that Peru had sent 300 troops to Chile. "
    "Peru’s foreign ministry denied the deployment."
)
HEADED = f"Peru denies troop deployment\n\n{SHOWN}"


def reading(text, body=0):
    read = LexicalReading(context(text, body))
    return read, read.run()


def claims(told):
    return [claim for one in told for claim in one.claims]


def test_what_is_told_comes_in_order_with_its_proposal():
    _, told = reading(SHOWN)
    assert [(c.event_class, c.stance, c.claimant) for c in claims(told)] == [
        ("Deployment", "asserts", "BOL"),
        ("Deployment", "denies", "PER-FOREIGN"),
    ]
    for one in told:
        assert one.proposal.trigger == one.draft.trigger.i
        assert one.proposal.by == "lexicon"
        assert {c.event_class for c in one.claims} == {one.proposal.event_class}


def test_a_proposal_is_made_before_the_article_completes_it():
    _, (_, denied) = reading("Niger attacked Chad. The attack was condemned by Togo.")
    assert denied.proposal.counts("actor") in (frozenset(), {"NER"})
    _, (first, again) = reading("Peru deployed 300 troops to Chile. Peru deploys troops.")
    assert again.proposal.counts("recipient") == frozenset()
    assert [c.recipients for c in again.claims] == [("CHL",)]
    assert again.claims[0].about == first.claims[0].id


def test_the_context_holds_all_claims_that_are_told():
    for text in (SHOWN, HEADED):
        read = context(text)
        told = LexicalReading(read).run()
        assert [*telling(read, told).claims] == claims(told)
        assert read.claims == ()


def test_a_headline_is_read_once_and_last():
    _, told = reading(
        "Togo sends troops\n\nTogo’s army denied the deployment. "
        "Togo sent 40 troops to Niger on Monday."
    )
    headline, denied, sent = claims(told)
    assert (headline.recipients, headline.about) == (("NER",), sent.id)
    assert (denied.recipients, denied.about) == ((), None)


def test_a_trigger_without_a_claim_is_refused_with_its_reason():
    read, told = reading("The company deployed a new web server. Niger attacked Chad.")
    assert len(claims(told)) == 1
    assert [(one.trigger.text, "server" in one.reason) for one in read.refused] == [
        ("deployed", True)
    ]


def test_a_sentence_that_is_told_again_is_read_once():
    once = "Peru sent 300 troops to Chile on Monday."
    assert len(claims(reading(once)[1])) == 1
    read, told = reading(f"{once}\n\nTogo wept.\n\n{once}")
    assert len(claims(told)) == 1
    second = {t.i for t in read._context.tree if t.idx > 45 and not t.is_space}
    assert second - read.repeated() <= {t.i for t in read._context.tree if t.text in "Togo wept ."}


def test_short_sentences_recur_by_chance():
    read, _ = reading("Togo fled Benin.\n\nTogo fled Benin.")
    assert read.repeated() == set()


def test_front_matter_is_not_read():
    front = '---\ntitle: "Togo shelled Benin"\n---\n\n'
    read, told = reading(f"{front}Niger attacked Chad.", len(front))
    assert [c.actors for c in claims(told)] == [("NER",)]
    assert {t.i for t in read._context.tree if t.idx < len(front)} <= read.repeated()


def test_front_matter_that_looks_like_a_headline_is_not_read():
    front = "---\ntitle: Togo shelled Benin\n---\n"
    assert [c.actors for c in claims(reading(f"{front}Niger attacked Chad.", len(front))[1])] == [
        ("NER",)
    ]


@pytest.mark.parametrize("text", ["", " \n ", "\n\n\n", "."])
def test_an_article_without_words_tells_nothing(text):
    read, told = reading(text)
    assert (told, read.refused) == ([], [])


def test_two_readings_give_the_same():
    first, second = reading(HEADED), reading(HEADED)
    assert claims(first[1]) == claims(second[1])
    assert [one.proposal for one in first[1]] == [one.proposal for one in second[1]]


# --- claims by hand -------------------------------------------------------

SAID = Claim(
    id="a", article="t", event_class="Attack", actors=("NER",), recipients=("TCD",), objects=(),
    claimant="TGO", stance="denies", modality="actual", negated=False, phase="starts",
    evidence=Evidence("denied that Niger attacked Chad", 5, 36),
    trigger=Evidence("attacked", 23, 31),
)  # fmt: skip


def plain(start, end, **more):
    quote = "x" * (end - start)
    return replace(SAID, id="b", event_class="Event", evidence=Evidence(quote, start, end), **more)


def test_claims_are_told_once_each():
    other = replace(SAID, id="c")
    assert without_echoes([SAID, other, SAID]) == [SAID, other]
    assert without_echoes([]) == []


@pytest.mark.parametrize(
    ("claim", "kept"),
    [
        (plain(0, 40), False),
        (plain(0, 36), False),
        (plain(0, 35), True),
        (plain(36, 60), True),
        (plain(0, 40, claimant="BEN"), True),
        (plain(0, 40, stance="unconfirmed"), True),
    ],
    ids=["around", "same end", "ends before", "behind", "somebody else", "another stance"],
)
def test_a_plain_event_around_a_denied_one_is_an_echo(claim, kept):
    for both in ([SAID, claim], [claim, SAID]):
        assert (claim in without_echoes(both)) is kept
        assert SAID in without_echoes(both)


def test_what_is_asserted_makes_no_echo():
    claim = plain(0, 40, stance="asserts")
    assert without_echoes([replace(SAID, stance="asserts"), claim])[1] == claim


@pytest.mark.parametrize(
    ("about", "after"), [("old", "new"), ("gone", None), ("other", "other"), (None, None)]
)
def test_a_claim_points_at_the_present_id(about, after):
    renamed = {"old": "new", "gone": None}
    assert pointing(replace(SAID, about=about), renamed) == replace(SAID, about=after)
