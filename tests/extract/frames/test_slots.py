"""Slots and semantic types of words, on trees by hand."""

import pytest

from kg.extract.frames.slots import Filled
from tests.extract.handmade import context, word

GAVE = context((
    "Chad gave Mali 40 tanks for raids on Niger .", "NNP VBD NNP CD NNS IN NNS IN NNP .",
    "1:nsubj 1:ROOT 1:iobj 4:nummod 1:obj 6:case 1:obl 8:case 6:nmod 1:punct",
))  # fmt: skip
RAID = context((
    "The raid on Mopti killed two guards .", "DT NN IN NNP VBD CD NNS .",
    "1:det 4:nsubj 3:case 1:nmod 4:ROOT 6:nummod 4:obj 4:punct",
))  # fmt: skip


def standing(of, trigger: str, slot: str) -> list[str]:
    token = word(of, trigger)
    filled = Filled(of.frames(token)[0], token)
    return [t.text for t in of.roles.slots.words(filled, slot)]


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("subject", ["Chad"]),
        ("object", ["tanks"]),
        ("dative", ["Mali"]),
        ("for", ["raids"]),
        ("self", ["gave"]),
        ("to", []),
    ],
)
def test_slots_of_a_verb(slot, words):
    assert standing(GAVE, "gave", slot) == words


@pytest.mark.parametrize(
    ("slot", "words"),
    [("on", ["Mopti"]), ("victim", ["guards"]), ("owner", []), ("self", ["raid"])],
)
def test_slots_of_a_noun(slot, words):
    assert standing(RAID, "raid", slot) == words


def test_types_are_those_of_the_lexicon_and_of_who_is_named():
    slots = GAVE.roles.slots
    assert "weapon" in slots.nouns(word(GAVE, "tanks"))
    assert slots.types(word(GAVE, "Mali")) >= {"agent", "state"}
    assert not slots.nouns(word(GAVE, "raids")) & {"weapon", "agent"}


def test_more_roles_make_a_better_reading():
    token = word(GAVE, "gave")
    bare = Filled(GAVE.frames(token)[0], token)
    fuller = Filled(bare.frame, token, theme=word(GAVE, "tanks"))
    assert fuller.strength > bare.strength


def test_it_and_them_stand_for_the_nearest_noun_of_that_kind():
    of = context(
        ("Chad has tanks and a plan .", "NNP VBZ NNS CC DT NN .",
         "1:nsubj 1:ROOT 1:obj 5:cc 5:det 2:conj 1:punct"),
        ("Mali wants them .", "NNP VBZ PRP .", "1:nsubj 1:ROOT 1:obj 1:punct"),
    )  # fmt: skip
    slots, them = of.roles.slots, word(of, "them")
    assert slots.referent(them, frozenset({"weapon"})) == word(of, "tanks")
    assert slots.referent(them, frozenset({"money"})) is None
    assert slots.referent(word(of, "Mali"), frozenset({"weapon"})) is None
