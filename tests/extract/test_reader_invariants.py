"""What holds for the reading of any text: evidence where it says, order, ids of their own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.corpus import workers
from kg.extract.reader import Reader
from kg.language.pipeline import load
from kg.model import Article, Reading
from tests.extract.conftest import DAY

SENTENCES = (
    "Ethiopia denied that it had sent 2,000 troops to Somalia.",
    "“Sudan has bombed our villages,” Chad’s defence ministry said.",
    "Both Rwanda and Uganda have denied sending soldiers to Burundi.",
    "The U.S.-led sanctions against Cuba hurt the economy.",
    "It rejected these claims on Monday.",
    "If Turkey sends troops to Libya, Egypt will impose sanctions, according to experts.",
    "The two countries signed an agreement in Nairobi.",
    "They may withdraw $3 million of weapons.",
    "“We will",
    "LAGOS — Nigeria sent jets to Niger",
)
GAPS = (" ", "  ", "\n", "\r\n", "\n\n", "\t", " \u2028", "\u00a0", "")
QUIET = {
    "deadline": None,
    "database": None,
    "derandomize": True,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
}

pieces = st.one_of(st.sampled_from(SENTENCES), st.sampled_from(GAPS), st.text(max_size=12))
mixed = st.lists(pieces, max_size=10).map(" ".join)


def reading_of(text: str) -> Reading:
    return workers.reader(None).read(Article("odd", text, published=DAY))


@settings(max_examples=40, **QUIET)
@given(mixed)
def test_evidence_stands_where_it_says(text):
    reading = reading_of(text)
    marked = [mark for claim in reading.claims for mark in (claim.evidence, claim.trigger)]
    for mark in (*marked, *(declined.sentence for declined in reading.declined)):
        assert text[mark.start : mark.end] == mark.quote
        assert mark.quote.strip() == mark.quote != ""
    for claim in reading.claims:
        assert claim.evidence.start <= claim.trigger.start
        assert claim.trigger.end <= claim.evidence.end
        for label in (claim.label, *claim.objects):
            assert label in text


@settings(max_examples=40, **QUIET)
@given(mixed)
def test_claims_are_in_order_with_ids_of_their_own(text):
    claims = reading_of(text).claims
    assert list(claims) == sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end, c.id))
    assert len({claim.id for claim in claims}) == len(claims)
    assert {claim.about for claim in claims} - {None} <= {claim.id for claim in claims}


@settings(max_examples=30, **QUIET)
@given(st.text(max_size=60))
def test_odd_text_is_read_without_complaint(text):
    reading_of(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "\ufeff", "“", '"', "’s", "—", "Mr.", "President", "the", "$", "🇹🇷", "\x00"],
)
def test_texts_of_almost_nothing_hold_no_claim(text):
    assert reading_of(text).claims == ()


ARTICLES = tuple(
    Article(f"article-{number}", "\n\n".join(SENTENCES[number:]), published=DAY)
    for number in range(len(SENTENCES))
)


def test_an_article_gives_the_same_alone_and_after_others(reader):
    for article in ARTICLES:
        reader.read(article)
    among = [reader.read(article) for article in reversed(ARTICLES)]
    alone = Reader(load(), None)
    assert [alone.read(article) for article in reversed(ARTICLES)] == among
    assert any(reading.claims for reading in among)


def test_the_name_of_the_article_is_in_its_ids_and_nowhere_else(read):
    text = "Ethiopia denied that it had sent troops to Somalia."
    (one,), (other,) = read(text, "one").claims, read(text, "other").claims
    assert one.id != other.id
    assert (one.article, other.article) == ("one", "other")
    assert one.evidence == other.evidence


def test_a_sentence_said_twice_word_for_word_counts_once(read):
    heading = "Ethiopia denied that it had sent troops to Somalia."
    assert len(read(f"{heading}\n\n{heading}").claims) == 1


def test_without_a_date_of_publication_times_stay_words(reader):
    article = Article("undated", "Uganda sent troops to South Sudan last month.")
    (claim,) = reader.read(article).claims
    assert claim.time is None or (claim.time.start, claim.time.end) == (None, None)
