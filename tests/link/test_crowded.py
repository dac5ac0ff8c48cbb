"""Drawn corpora in which much happens between the same few states."""

from __future__ import annotations

import pytest

from kg.link.corpus import link
from kg.model import Corpus
from tests.link.crowded import Crowded, crowded
from tests.link.synthetic import pairwise

EVENTS, FLOOR = 150, 0.90  # 2,400 events: `python -m tests.benchmarks.crowded`


@pytest.fixture(scope="module")
def drawn() -> Crowded:
    return crowded(EVENTS)


@pytest.fixture(scope="module")
def linked(drawn) -> Corpus:
    return link(drawn.readings)


def test_the_corpus_is_as_hard_as_it_says(drawn):
    claims = [claim for reading in drawn.readings for claim in reading.claims]
    assert len(set(drawn.event.values())) == EVENTS
    assert 0.25 < sum(claim.time is None for claim in claims) / len(claims) < 0.5
    assert len({(c.actors, c.recipients, c.event_class) for c in claims}) == EVENTS // 72 + 1
    for reading in drawn.readings:
        for claim in reading.claims:
            quote, word = claim.evidence, claim.trigger
            assert reading.article.text[quote.start : quote.end] == quote.quote
            assert reading.article.text[word.start : word.end] == word.quote


def test_events_that_differ_in_day_place_and_figure_stay_apart(drawn, linked):
    assert pairwise([event.claims for event in linked.events], drawn.event)[2] >= FLOOR


def test_no_two_events_have_one_label(linked):
    labels = [event.label for event in linked.events]
    assert len(set(labels)) == len(labels)
