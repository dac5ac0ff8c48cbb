"""Who answers a claim in the words around it gives a claim of his own."""

import pytest

from tests.extract.test_reader import DENIES, UNCONFIRMED, arms, attack, check, deployment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sweden says Peru has supplied rifles to Chad, which Lima denies.",
            (arms("PER", "TCD", by="Sweden"), arms("PER", "TCD", by="Peru", **DENIES)),
        ),
        (
            "Togo says Benin has sent troops to Ghana, an accusation denied by Benin.",
            (
                deployment("BEN", "GHA", by="Togo"),
                deployment("BEN", "GHA", by="Benin", **DENIES),
            ),
        ),
        (
            "Togo's claim that Benin shelled Niger, dismissed by Benin, was repeated on Friday.",
            (attack("BEN", "NER", by="Togo"), attack("BEN", "NER", by="Benin", **DENIES)),
        ),
        (
            "Togo says Benin has sent troops to Ghana, which Benin has not confirmed.",
            (
                deployment("BEN", "GHA", by="Togo"),
                deployment("BEN", "GHA", by="Benin", **UNCONFIRMED),
            ),
        ),
        (
            "Togo says Benin has sent troops to Ghana, which Benin calls a fabrication.",
            (
                deployment("BEN", "GHA", by="Togo"),
                deployment("BEN", "GHA", by="Benin", **DENIES),
            ),
        ),
    ],
)
def test_an_answer_is_another_claim_of_the_same_event(read, text, expected):
    check(read(text), expected)


def test_who_calls_a_denial_false_upholds_what_is_denied(read):
    text = "Togo's denial that it had sent troops to Benin was false, Ghana said."
    expected = (
        deployment("TGO", "BEN", by="Togo", **DENIES),
        deployment("TGO", "BEN", by="Ghana"),
    )
    check(read(text), expected)


@pytest.mark.parametrize(
    "text",
    [
        "Togo says Benin has sent troops to Ghana, which borders Benin.",
        "Togo says Benin has sent troops to Ghana, which welcomed them.",
    ],
)
def test_other_clauses_answer_nothing(read, text):
    check(read(text), (deployment("BEN", "GHA", by="Togo"),))


@pytest.mark.parametrize(
    "text",
    [
        "Speaking to reporters, she said that this did not persuade Peru to sanction Chad.",
        'Asked in Lima, he said, "It was denied." Sweden has sent troops to Chad.',
    ],
)
def test_an_article_may_begin_with_a_participle(read, text):
    assert read(text).claims
