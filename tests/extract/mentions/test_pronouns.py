"""What pronouns may stand for, and the places where they stand for one word, on trees by hand."""

from dataclasses import dataclass

import pytest

from kg.extract.mentions import pronouns
from kg.language.tree import Token
from tests.extract.trees import parsed, word

RESTING = parsed(
    "The soldiers were resting when they were hit .",
    "DT NNS VBD VBG WRB PRP VBD VBN .",
    "1:det 3:nsubj 3:aux 3:ROOT 7:advmod 7:nsubj:pass 7:aux:pass 3:advcl 3:punct",
)
SAID = parsed(
    "Mali said it would send troops .",
    "NNP VBD PRP MD VB NNS .",
    "1:nsubj 1:ROOT 4:nsubj 4:aux 1:ccomp 4:obj 1:punct",
)
THANKED = parsed(
    "Chad thanked Mali for its aid .",
    "NNP VBD NNP IN PRP$ NN .",
    "1:nsubj 1:ROOT 1:obj 5:case 5:nmod:poss 1:obl 1:punct",
)
REFRAINED = parsed(
    "It has refrained , adhering to its policy .",
    "PRP VBZ VBN , VBG IN PRP$ NN .",
    "2:nsubj 2:aux 2:ROOT 2:punct 2:advcl 7:case 7:nmod:poss 4:obl 2:punct",
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("it", "neutral"),
        ("Its", "neutral"),
        ("they", "plural"),
        ("her", "personal"),
        ("I", "first"),
        ("us", "first"),
        ("US", None),  # the country
        ("troops", None),
    ],
)
def test_the_kind_of_a_pronoun(text, kind):
    assert pronouns.kind(parsed(text, "PRP", "0:ROOT")[0]) == kind


def test_a_pronoun_takes_up_the_like_subject_before_it():
    assert pronouns.same_subject(word(REFRAINED, "its")) == REFRAINED[0]
    assert pronouns.same_subject(REFRAINED[0]) is None
    assert pronouns.same_subject(word(REFRAINED, "policy")) is None


def test_who_speaks_of_itself():
    def speech(verb):
        return verb.text == "said"

    assert pronouns.own_words(word(SAID, "it"), speech) == SAID[0]
    assert pronouns.own_words(word(SAID, "it"), lambda verb: False) is None
    assert pronouns.own_words(SAID[0], speech) is None


def test_the_many_who_are_subject_above():
    assert pronouns.main_subject(word(RESTING, "they")) == word(RESTING, "soldiers")
    assert pronouns.main_subject(word(SAID, "it")) is None


def nothing(noun: Token) -> bool:
    return False


def test_who_is_thanked_is_the_one_meant():
    assert pronouns.answerable(word(THANKED, "its"), nothing) == word(THANKED, "Mali")
    assert pronouns.answerable(word(REFRAINED, "its"), nothing) is None


SANCTIONED = parsed(
    "Chad put sanctions on Mali over the dispatch of its troops .",
    "NNP VBD NNS IN NNP IN DT NN IN PRP$ NNS .",
    "1:nsubj 1:ROOT 1:obj 4:case 1:obl 7:case 7:det 1:obl 10:case 10:nmod:poss 7:nmod 1:punct",
)


def test_against_whom_a_measure_is_taken_is_the_one_meant():
    its, mali = word(SANCTIONED, "its"), word(SANCTIONED, "Mali")
    assert pronouns.answerable(its, lambda noun: noun.text == "dispatch") == mali
    assert pronouns.answerable(its, nothing) is None  # as 'over the killing of its troops'


def test_a_measure_hung_on_its_noun():
    told = parsed(
        "Sanctions on Mali for its raids ended .", "NNS IN NNP IN PRP$ NNS VBD .",
        "6:nsubj 2:case 0:nmod 5:case 5:nmod:poss 0:nmod 6:ROOT 6:punct",
    )  # fmt: skip
    assert pronouns.answerable(word(told, "its"), nothing) == word(told, "Mali")


@dataclass(frozen=True)
class Named:
    start: int


@dataclass(frozen=True)
class People:
    mentions: tuple[Named, ...]


def test_who_signs_stands_in_a_line_without_a_verb():
    signed = parsed(
        "By Ann Hill . We saw it .",
        "IN NNP NNP . PRP VBD PRP .",
        "2:case 2:compound 2:ROOT 2:punct 5:nsubj 5:ROOT 5:obj 5:punct",
    )
    assert pronouns.byline(signed, People((Named(1),)), signed[4]) == 1
    assert pronouns.byline(signed, People((Named(1),)), signed[2]) is None  # in its own line
    assert pronouns.byline(signed, People(()), signed[4]) is None


def test_who_does_something_signs_nothing():
    told = parsed(
        "Ann Hill left . We saw it .",
        "NNP NNP VBD . PRP VBD PRP .",
        "1:compound 2:nsubj 2:ROOT 2:punct 5:nsubj 5:ROOT 5:obj 5:punct",
    )
    assert pronouns.byline(told, People((Named(0),)), told[4]) is None
