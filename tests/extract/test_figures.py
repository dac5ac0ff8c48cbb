"""Claims whose figure is hedged, ranged or written otherwise; every sentence is our own."""

from decimal import Decimal

import pytest

from tests.extract.test_reader import said

RANGES = [
    ("between 1,200 and 1,800", 1200, 1800),
    ("between about 300 and 450", 300, 450),
    ("anywhere from 300 to 450", 300, 450),
    ("between two and three hundred", 200, 300),
    ("700-900", 700, 900),
    ("at least 700 and possibly as many as 900", 700, 900),
    ("as many as 700", None, 700),
    ("anything up to 700", None, 700),
    ("upwards of 700", 700, None),
    ("well in excess of 700", 700, None),
    ("no fewer than 700", 700, None),
    ("in the region of 700", 700, 700),
    ("1 700", 1700, 1700),
    ("1\u202f700", 1700, 1700),
    ("1’700", 1700, 1700),
    ("1.700", 1700, 1700),
    ("between 1 700 and 1 900", 1700, 1900),
    ("1.5 lakh", 150000, 150000),
    ("hundreds of", None, None),
]
SENTENCES = [
    ("Chile sent {} soldiers to Mali.", "Deployment", "CHL", "MLI"),
    ("Latvia has deployed {} troops in Chad.", "Deployment", "LVA", "TCD"),
    ("Serbia delivered {} rifles to Peru, officials said.", "ArmsTransfer", "SRB", "PER"),
    ("Kenya denied sending {} troops to Laos.", "Deployment", "KEN", "LAO"),
    ("Morocco attacked Mali, killing {} people.", "Attack", "MAR", "MLI"),
]


@pytest.mark.parametrize("figure", RANGES, ids=[r[0] for r in RANGES])
@pytest.mark.parametrize("sentence", SENTENCES, ids=[s[0] for s in SENTENCES])
def test_no_way_of_counting_hides_a_claim(read, sentence, figure):
    text, *expected = sentence
    words, *bounds = figure
    reading = read(text.format(words))
    (claim,), (told,) = reading.claims, said(reading)
    assert [told.event_class, told.actors, told.recipients] == expected
    assert claim.quantity is not None
    found = (claim.quantity.low, claim.quantity.high)
    assert found == tuple(None if b is None else Decimal(b) for b in bounds)


def test_a_range_that_begins_the_sentence(read):
    reading = read("Between 30 and 40 Danish soldiers have been sent to Chad, Tunis said.")
    (claim,) = reading.claims
    assert (claim.quantity.low, claim.quantity.high) == (30, 40)


def test_millions_by_a_letter(read):
    (claim,) = read("Norway supplied 2.5m shells to Moldova.").claims
    assert (claim.event_class, claim.quantity.low) == ("ArmsTransfer", 2500000)
