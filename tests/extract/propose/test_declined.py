"""No sentence with a word for an event is lost: it gives a claim, or is declined with a reason."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corpus import workers
from kg.extract import passes
from kg.extract.propose.declined import TOLD
from kg.model import Article
from tests.extract.conftest import DAY
from tests.extract.test_reader_invariants import QUIET, mixed

CONTEST = Path(__file__).parents[2] / "gold" / "contest.jsonl"
SEEDS = Path(__file__).parents[3] / "seeds"


def lost(reader, text: str) -> list[str]:
    """Sentences of `text` with an event word of the lexicon, of which nothing is told."""
    article = Article("lost", text, published=DAY)
    context = reader.context(article)
    found = passes.read(passes.State(context), reader._network)
    told = {claim.trigger.start for claim in found.claims}
    declined = {one.sentence.start for one in found.declined}
    missing = []
    for sentence in context.tree.sentences:
        words = [t for t in sentence if t.idx >= article.body and context.frames(t)]
        span = range(sentence.start_char, sentence.end_char)
        if words and not any(place in span for place in told | declined):
            missing.append(f"{sentence.text} ({words[0].text})")
    return missing


def contest() -> list[str]:
    return [json.loads(line)["text"] for line in CONTEST.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_sentence_of_the_seeds_is_lost(reader, path):
    assert lost(reader, path.read_text(encoding="utf-8")) == []


def test_no_sentence_of_the_contest_set_is_lost(reader):
    texts = list(dict.fromkeys(contest()))
    assert [found for text in texts for found in lost(reader, text)] == []


WORDS = st.sampled_from(
    ["Kenya", "Kenya and Peru", "The army", "It", "sent", "attacked", "denied sending", "met",
     "will supply", "imposed", "soldiers", "between 10 and 20 tanks", "sanctions", "talks",
     "to Mali", "with Chad", "on Monday", "a visit", "the attack", ",", ".", "\n", "?", "who",
     "after", "that", "no", "Said"]
)  # fmt: skip


@settings(max_examples=30, **QUIET)
@given(st.one_of(mixed, st.lists(WORDS, min_size=2, max_size=14).map(" ".join)))
def test_no_sentence_of_any_text_is_lost(text):
    assert lost(workers.reader(None), text) == []


SILENT = [
    ("Peru left the room.", "left", "'room' is no "),
    ("Peru sent a letter to Chad.", "sent", "'letter' is no "),
    ("Did Peru attack Chad?", "attack", "a question asserts nothing"),
    ("Kenya deployed police to Haiti.", "deployed", "'police' is no object of Aid or Deployment"),
    ("The storm struck Cuba.", "struck", "no state, organisation or armed group as actor or means"),
    ("Inflation hit Egypt hard.", "hit", "no state, organisation or armed group as actor or means"),
    (
        "The president met voters in Nakuru.",
        "met",
        "'voters' is no party or place that 'met' takes",
    ),
    ("The pact expires in June.", "pact", "no two parties known of 'pact'"),
    ("Finland joined the club of rich nations.", "joined", "'club' is no agreement, as Agreement"),
    ("Peru signed a lease.", "signed", "'lease' is no agreement, as Agreement wants"),
]


@pytest.mark.parametrize(("text", "trigger", "reason"), SILENT)
def test_the_reason_is_told(read, text, trigger, reason):
    (declined,) = read(text).declined[:1]
    assert (declined.trigger, declined.sentence.quote) == (trigger, text)
    assert declined.reason.startswith(reason)


def test_a_sentence_told_before_is_declined(read):
    heading = "Ethiopia denied that it had sent troops to Somalia."
    reading = read(f"{heading}\n\nCalm everywhere.\n\n{heading}")
    assert len(reading.claims) == 1
    assert [(one.reason, one.sentence.start) for one in reading.declined] == [
        (TOLD, len(heading) + 20)
    ]


def test_front_matter_is_no_prose(reader):
    text = "---\ntitle: Peru left the room\n---\nCalm everywhere."
    reading = reader.read(Article("matter", text, body=text.index("Calm")))
    assert (reading.claims, reading.declined) == ((), ())


def test_a_sentence_with_a_claim_is_not_declined(read):
    assert read("Peru attacked Chad and sent a letter to Mali.").declined == ()
