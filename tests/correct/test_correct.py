import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.correct.agreement import agreement, krippendorff
from kg.correct.apply import Outcome, correct
from kg.correct.slots import SLOTS, changed, current, refusal
from kg.correct.table import COLUMNS, append, read_corrections
from kg.model import Article, Claim, Correction, Evidence, Reading, Unread
from tests.corpus.fake import AGENTS, FakeReader

CLASSES = frozenset({"Deployment", "Attack"})
TEXT = "Eritrea sent troops, Ethiopia said.\nEritrea denied it.\n"
KEYS = {agent.key: agent.key for agent in AGENTS}


def reading() -> Reading:
    return FakeReader().read(Article("one", TEXT))


def said(**cells: str) -> Correction:
    return Correction(**{"source": "row 2", "verdict": "reject", "who": "Ada", **cells})


def apply(*corrections: Correction) -> tuple[Reading, Outcome]:
    outcome = Outcome()
    (after,) = correct([reading()], corrections, KEYS.get, outcome)
    return after, outcome


def test_a_rejected_claim_is_gone_and_the_other_stays():
    first, second = reading().claims
    after, outcome = apply(said(claim=first.id))
    assert after.claims == (second,)
    assert [(a.claim, a.evidence) for a in outcome.applied] == [(first.id, first.evidence)]


def test_a_claim_is_found_by_its_words_when_its_id_is_gone():
    first, _ = reading().claims
    for words in (first.evidence.quote, first.evidence.quote[5:20], "ERITREA  sent troops"):
        gone = said(claim="gone", article="one", quote=words)
        assert len(apply(gone)[0].claims) == 1
    assert len(apply(said(quote=first.evidence.quote))[0].claims) == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"claim": "gone"}, "no claim is like it"),
        ({"article": "other", "quote": "Eritrea denied it."}, "no claim is like it"),
        ({"article": "one", "quote": "Eritrea"}, "it fits 2 claims"),
        ({"quote": "Eritrea denied it.", "event_class": "Attack"}, "no claim is like it"),
    ],
)
def test_what_finds_no_claim_is_told_and_changes_nothing(cells, reason):
    after, outcome = apply(said(**cells))
    assert after == reading()
    assert [a.reason for a in outcome.astray] == [reason]
    assert not outcome.applied


def test_a_change_keeps_the_id_and_says_what_was():
    first, _ = reading().claims
    change = {"claim": first.id, "verdict": "change"}
    after, outcome = apply(
        said(**change, slot="stance", value="denies"), said(**change, slot="actor", value="ETH|ERI")
    )
    assert (after.claims[0].id, after.claims[0].stance) == (first.id, "denies")
    assert after.claims[0].actors == ("ETH", "ERI")
    assert [a.was for a in outcome.applied] == ["asserts", "ERI"]


def test_an_agent_that_nobody_knows_is_told():
    first, _ = reading().claims
    after, outcome = apply(
        said(claim=first.id, verdict="change", slot="actor", value="Atlantis"),
    )
    assert after == reading()
    assert outcome.astray[0].reason == "actor 'Atlantis' names nobody that is known"


def test_the_last_verdict_decides_and_all_are_kept():
    first, _ = reading().claims
    rows = (said(claim=first.id), said(claim=first.id, verdict="accept", who="Ben"))
    after, outcome = apply(*rows)
    assert after.claims == reading().claims
    assert len(outcome.applied) == 2
    assert len(apply(*reversed(rows))[0].claims) == 1


def test_a_claim_that_took_up_a_rejected_one_stands_alone():
    held = reading()
    first, second = held.claims
    linked = replace(held, claims=(first, replace(second, about=first.id)))
    (after,) = correct([linked], [said(claim=first.id)], KEYS.get, Outcome())
    assert after.claims[0].about is None


CHANGES = {
    "class": "Attack",
    "actor": "ETH",
    "recipient": "ERI",
    "claimant": "ERI",
    "object": "tanks|guns",
    "stance": "unconfirmed",
    "modality": "planned",
    "phase": "ends",
    "negated": "true",
    "quantity_low": "3000",
    "quantity_high": "3500.5",
    "unit": "troop",
    "qualifier": "around",
    "time_start": "2024-10-01",
    "time_end": "2024-10-31",
    "place": "Asmara",
}


def test_every_slot_can_be_changed():
    assert set(CHANGES) == set(SLOTS)


@pytest.mark.parametrize(("slot", "value"), CHANGES.items())
def test_a_changed_slot_reads_back(slot, value):
    claim: Claim = reading().claims[0]
    assert refusal(slot, value, CLASSES) is None
    after = changed(claim, slot, value, KEYS.get)
    assert current(after, slot) == value != current(claim, slot)
    assert after.id == claim.id


@pytest.mark.parametrize("slot", ["claimant", "quantity_low", "time_start", "place", "object"])
def test_a_slot_can_be_emptied(slot):
    claim = reading().claims[0]
    filled = changed(claim, slot, CHANGES[slot], KEYS.get)
    assert current(changed(filled, slot, "", KEYS.get), slot) == ""


HEADER = ",".join(COLUMNS)
BAD = {
    "c1,,,,maybe,,,Ada,,": "verdict 'maybe' is not allowed",
    ",,,,reject,,,Ada,,": "neither claim nor quote",
    "c1,,,,reject,,,,,": "nobody is named",
    "c1,,,,reject,,,Ada,,24 Oct": "when '24 Oct' is no date",
    "c1,,,,change,mood,x,Ada,,": "'mood' is no slot",
    "c1,,,,change,stance,likes,Ada,,": "stance 'likes' is not allowed",
    "c1,,,,change,class,Party,Ada,,": "class 'Party' is not allowed",
    "c1,,,,change,quantity_low,many,Ada,,": "is no number",
    "c1,,,,change,time_start,soon,Ada,,": "is no date",
    "c1,reject": "2 cells where 10 columns",
}


@pytest.mark.parametrize("row", BAD)
def test_a_bad_row_is_told_with_its_number_and_the_others_count(tmp_path, row):
    file = tmp_path / "corrections.csv"
    file.write_text(f"{HEADER}\n\n{row}\nc2,,,,accept,,,Ada,fine,2024-10-24\n")
    wrong, right = read_corrections(file, CLASSES)
    assert isinstance(wrong, Unread) and isinstance(right, Correction)
    assert BAD[row] in wrong.reason
    assert "row 3" in wrong.source and wrong.remedy
    assert (right.claim, right.why, right.when) == ("c2", "fine", date(2024, 10, 24))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"\xff\xfe", "it is not UTF-8"),
        (b'claim,verdict,who\n"c1', "it is no CSV"),
        (b"claim,why\n", "it lacks the columns"),
        (b"verdict,who\n", "claim or quote"),
    ],
)
def test_a_bad_file_is_told(tmp_path, data, reason):
    (tmp_path / "c.csv").write_bytes(data)
    (item,) = read_corrections(tmp_path / "c.csv", CLASSES)
    assert reason in item.reason


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("odd") / "c.csv"
    file.write_bytes(data)
    read_corrections(file, CLASSES)
    file.write_bytes(HEADER.encode() + b"\n" + data)
    read_corrections(file, CLASSES)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
def test_what_is_appended_reads_back(tmp_path_factory, words):
    file = tmp_path_factory.mktemp("append") / "c.csv"
    for _ in range(2):
        append(file, {"claim": "c1", "verdict": "reject", "who": "Ada", "why": words})
    one, two = read_corrections(file, CLASSES)
    assert one.why == two.why == words.strip()


def test_a_row_is_added_under_the_columns_that_the_file_has(tmp_path):
    file = tmp_path / "c.csv"
    file.write_text("who,verdict,claim,note\nAda,reject,c1,mine", encoding="utf-8")
    append(file, {"claim": "c2", "verdict": "accept", "who": "Ben"})
    with file.open(newline="") as rows:
        assert list(csv.reader(rows))[1:] == [["Ada", "reject", "c1", "mine"],
                                              ["Ben", "accept", "c2", ""]]  # fmt: skip


def test_alpha_is_that_of_krippendorffs_example():
    """Four observers, nominal data, with gaps: 0.743 in "Computing Krippendorff's Alpha" (2011)."""
    a = [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None]
    b = [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3]
    c = [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None]
    d = [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None]
    units = [[str(v) for v in unit if v is not None] for unit in zip(a, b, c, d, strict=True)]
    assert krippendorff(units) == pytest.approx(0.743, abs=0.0005)


def test_agreement_counts_the_last_verdict_of_each_on_shared_claims():
    rows = [said(claim="1"), said(claim="1", who="Ben"), said(claim="3")]
    rows += [said(claim="2"), said(claim="2", verdict="accept"), said(claim="2", who="Ben")]
    found = agreement(rows)
    assert (found.reviewers, found.shared, found.same) == (("Ada", "Ben"), 2, 1)
    assert agreement([said(claim="1")]).alpha is None


def test_quantities_of_no_words_are_none():
    claim = reading().claims[0]
    filled = changed(claim, "quantity_low", "12", KEYS.get)
    assert filled.quantity.low == Decimal(12)
    assert changed(filled, "quantity_low", "", KEYS.get).quantity is None
    assert isinstance(claim.evidence, Evidence)
