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


TOLLS = [
    ("A Chadian airstrike on a market in Niger killed 12 and wounded 20.", 12, ""),
    ("The Chadian strike on Niger wounded 20 people and killed 12.", 12, ""),
    ("Nine soldiers were killed and 20 wounded in a Chadian attack on Niger.", 9, "soldiers"),
    ("At least 30 people were injured and two killed when Peru shelled Chile.", 2, ""),
    ("Chad's attack on Niger left 20 wounded and three dead.", 3, "dead"),
    ("Two civilians died and 15 were hurt in Kenyan shelling of Laos.", 2, "civilians"),
    ("Kenya said its airstrike on Laos had killed 40 rebels, wounding 12 others.", 40, "rebels"),
    ("Two people are killed and 11 are injured by Peruvian rocket fire in Chile.", 2, "people"),
    ("Chad's raid on Niger wounded 14 soldiers.", 14, "soldiers"),
    ("Chad's strike on Niger injured 20 but killed nobody.", 20, ""),
]


@pytest.mark.parametrize(("text", "dead", "unit"), TOLLS)
def test_a_toll_counts_the_dead_before_the_wounded(read, text, dead, unit):
    (claim,) = read(text).claims
    assert claim.quantity is not None
    assert (claim.quantity.low, claim.quantity.unit) == (dead, unit)


def test_the_dead_of_another_attack_are_no_toll_of_this_one(read):
    text = "Chad bombed Niger, injuring at least 40 people, after militants killed 12 soldiers."
    bombed = next(c for c in read(text).claims if c.trigger.quote == "bombed")
    assert bombed.quantity is not None
    assert bombed.quantity.low == 40


@pytest.mark.parametrize(
    ("things", "figure"),
    [
        ("12 Mirage 2000 jets", 12),
        ("Mirage 2000 jets", None),
        ("Leopard 2 tanks", None),
        ("14 Leopard 2 tanks", 14),
        ("Challenger 2 tanks", None),
        ("three Type 212 submarines", 3),
        ("2000 jets", 2000),
        ("31 Abrams tanks", 31),
    ],
)
def test_the_number_of_a_model_counts_nothing(read, things, figure):
    (claim,) = read(f"Norway delivered {things} to Chile.").claims
    assert (claim.quantity.low if claim.quantity else None) == figure
