"""How an agent stands to a claim: each kind of number, on hand-made seats."""

import pytest

from kg.extract.agree.cast import Cast
from kg.extract.agree.standing import Parties, Seat, other, standing
from kg.extract.propose import features
from kg.extract.propose.marks import Marks
from tests.extract.contexts import context

TEXT = "Peru attacked Chile. Togo denied that. Then Peru left."
NOBODY = Parties(frozenset(), frozenset())


def cast(text: str = TEXT) -> Cast:
    of = context(text)
    return Cast(of, features.sheet(of, []))


def parties(actor: str = "", recipient: str = "") -> Parties:
    return Parties(frozenset(filter(None, [actor])), frozenset(filter(None, [recipient])))


def seat(held: Parties = NOBODY, trigger: int = 1, **more) -> Seat:
    given = {"said": None, "taught": None, "claimants": frozenset(), "marks": None, "joint": False}
    return Seat(event_class="Attack", trigger=trigger, held=held, **(given | more))


def numbers(one: Seat, key: str, slot: str = "actor", beside: tuple[Seat, ...] = ()) -> dict:
    return standing(cast(), one, beside, slot, key)


def test_each_slot_has_one_across():
    assert (other("actor"), other("recipient")) == ("recipient", "actor")


def test_who_is_held_is_told_with_who_holds_it():
    held = parties("PER", "CHL")
    found = numbers(seat(held, said=held), "PER")
    assert found["held"] == found["held by lexicon"] == found["held, said by rule"] == 1.0
    assert "open" not in found
    away = numbers(seat(held, said=NOBODY), "PER")
    assert away["held from elsewhere"] == away["held, rule silent"] == 1.0


def test_an_open_slot_and_who_stands_across_from_it():
    found = numbers(seat(parties(recipient="CHL"), taught=parties(recipient="CHL")), "CHL")
    assert found["open"] == found["open, network"] == 1.0
    assert found["across"] == found["across by network"] == 1.0


def test_the_network_s_chance_of_a_word_counts():
    marks = Marks(1, {"-": 0.1}, {"actor": {0: 0.9, 2: 0.4}}, {})
    sure, unsure = (numbers(seat(marks=marks), key) for key in ("PER", "CHL"))
    assert sure["marked actor"] == 0.9
    assert sure["marked surely"] == 1.0
    assert sure["marked more than others"] == pytest.approx(0.5)
    assert unsure["marked less than best"] == pytest.approx(0.5)


def test_where_the_words_stand():
    here, back = numbers(seat(), "CHL"), numbers(seat(trigger=9), "CHL")
    assert here["here"] == here["here after by 1"] == 1.0
    assert "here" not in back
    assert back["back by 2"] == back["away, Attack"] == 1.0


def test_other_claims_of_the_class_speak_for_a_party():
    beside = (seat(parties("PER", "CHL"), trigger=9),)
    found = numbers(seat(parties(recipient="CHL")), "PER", beside=beside)
    assert found["in its class"] == found["in its class, open"] == found["same pair"] == 1.0
    assert "same pair turned" not in found


def test_a_claimant_is_known_as_one():
    assert numbers(seat(claimants=frozenset({"PER"})), "PER")["claimant"] == 1.0


def test_nothing_is_a_number_that_is_zero():
    assert all(numbers(seat(parties("PER")), "TGO").values())


def test_paragraphs_are_told_apart():
    text = "Peru attacked Chile.\n\nTogo denied that.\n\nThen Peru left Chile."
    one = seat(trigger=10)
    near, far, after = (standing(cast(text), one, (), "actor", k) for k in ("PER", "TGO", "CHL"))
    assert near["paragraphs back, 0"] == far["paragraphs back, 1"] == 1.0
    assert near["in its paragraph"] == pytest.approx(0.2)
    assert "in its paragraph" not in far
    assert after["paragraphs back, 0"] == 1.0
    first = standing(cast(text), seat(), (), "actor", "TGO")
    assert first["paragraphs after"] == 1.0


def test_how_the_words_are_written_counts():
    found = numbers(seat(), "PER")
    assert found["word form name"] == found["word agent State"] == found["trigger tag VBD"] == 1.0
    assert found["rivals here"] > 0
