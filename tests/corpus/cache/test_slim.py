"""Readings are the same, and hold what they share once."""

import msgspec

from kg.corpus.cache.slim import Slim
from kg.model import Reading
from tests.link.synthetic import synthetic


def from_disk(reading):
    return msgspec.json.decode(msgspec.json.encode(reading), type=Reading)


def test_readings_stay_what_they_were():
    slim = Slim()
    for reading in synthetic(10).readings:
        assert slim.of(from_disk(reading)) == reading


def test_what_two_readings_share_is_held_once():
    (reading, *_), slim = synthetic(10).readings, Slim()
    one, other = slim.of(from_disk(reading)), slim.of(from_disk(reading))
    assert one.agents[0] is other.agents[0]
    assert one.claims[0].actors is other.claims[0].actors
    assert one.claims[0].trigger.quote is other.claims[0].trigger.quote
