"""Synthetic corpora with a known answer: events and stories as drawn."""

from __future__ import annotations

import pytest

from kg.link.corpus import link
from kg.model import Corpus
from tests.link.synthetic import SPOILT, Synthetic, pairwise, synthetic

SIZE, FLOOR = 1000, 0.95  # 10,000 articles: `python -m tests.link.benchmark`


@pytest.fixture(scope="module")
def drawn() -> Synthetic:
    return synthetic(SIZE)


@pytest.fixture(scope="module")
def linked(drawn) -> Corpus:
    return link(drawn.readings)


def test_the_corpus_is_spoilt_as_much_as_it_says(drawn):
    assert len(drawn.readings) == SIZE
    assert len(drawn.spoilt) / len(drawn.event) == pytest.approx(SPOILT, abs=0.02)
    assert len(set(drawn.spoilt.values())) == 10
    assert synthetic(SIZE).event == drawn.event


def test_pairs_of_claims_are_joined_as_the_generator_drew_them(drawn, linked):
    groups = [event.claims for event in linked.events]
    assert pairwise(groups, drawn.event)[2] >= FLOOR
    intact = {c: e for c, e in drawn.event.items() if c not in drawn.spoilt}
    assert pairwise(groups, intact)[2] >= FLOOR


def test_copies_and_paraphrases_are_one_story_as_the_generator_drew_them(drawn, linked):
    assert pairwise([story.articles for story in linked.stories], drawn.story)[2] >= FLOOR
