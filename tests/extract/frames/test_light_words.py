"""The verb or noun that carries an event noun, and who acts by it, on trees by hand."""

import pytest

from kg.extract.frames.light_words import LightWords
from kg.knowledge import lexicon
from kg.language.tree import Tree
from tests.extract.trees import parsed, word

SENTENCES = {
    "Chad imposed sanctions on Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct"),
    "Chad mocked sanctions on Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct"),
    "Sanctions were imposed by Chad .": (
        "NNS VBD VBN IN NNP .", "2:nsubj:pass 2:aux:pass 2:ROOT 4:case 2:obl:agent 2:punct"),
    "Chad announced the lifting of sanctions .": (
        "NNP VBD DT NN IN NNS .", "1:nsubj 1:ROOT 3:det 1:obj 5:case 3:nmod 1:punct"),
    "Chad was engaged in talks with Mali .": (
        "NNP VBD VBN IN NNS IN NNP .",
        "2:nsubj:pass 2:aux:pass 2:ROOT 4:case 2:obl 6:case 4:nmod 2:punct"),
    "Chad took part in a series of raids .": (
        "NNP VBD NN IN DT NN IN NNS .",
        "1:nsubj 1:ROOT 1:obj 5:case 5:det 1:obl 7:case 5:nmod 1:punct"),
    "Mali called off the raid .": (
        "NNP VBD RP DT NN .", "1:nsubj 1:ROOT 1:compound:prt 4:det 1:obj 1:punct"),
    "Chad put the sanctions on hold .": (
        "NNP VBD DT NNS IN NN .", "1:nsubj 1:ROOT 3:det 1:obj 5:case 1:obl 1:punct"),
    "Chad flew to Mali for talks .": (
        "NNP VBD IN NNP IN NNS .", "1:nsubj 1:ROOT 3:case 1:obl 5:case 1:obl 1:punct"),
    "Chad voted in Mali for talks .": (
        "NNP VBD IN NNP IN NNS .", "1:nsubj 1:ROOT 3:case 1:obl 5:case 1:obl 1:punct"),
}  # fmt: skip


@pytest.fixture(scope="module")
def light() -> LightWords:
    return LightWords(lexicon.load())


def doc(text: str) -> Tree:
    return parsed(text, *SENTENCES[text])


@pytest.mark.parametrize(
    ("text", "event", "carrier"),
    [
        ("Chad imposed sanctions on Mali .", "sanctions", "imposed"),
        ("Sanctions were imposed by Chad .", "Sanctions", "imposed"),
        ("Chad announced the lifting of sanctions .", "sanctions", "lifting"),
        ("Chad announced the lifting of sanctions .", "lifting", "announced"),
        ("Chad was engaged in talks with Mali .", "talks", "engaged"),
        ("Chad took part in a series of raids .", "raids", "took"),
        ("Mali called off the raid .", "raid", "called"),
        ("Chad put the sanctions on hold .", "sanctions", "put"),
        ("Chad mocked sanctions on Mali .", "sanctions", None),
    ],
)
def test_what_carries_an_event_noun(light, text, event, carrier):
    found = light.support(word(doc(text), event))
    assert (found.text if found is not None else None) == carrier


@pytest.mark.parametrize(
    ("text", "carrier", "ends"),
    [
        ("Chad imposed sanctions on Mali .", "imposed", False),
        ("Chad announced the lifting of sanctions .", "lifting", True),
        ("Mali called off the raid .", "called", True),
        ("Chad put the sanctions on hold .", "put", True),
    ],
)
def test_which_carriers_end_it(light, text, carrier, ends):
    assert light.ends(word(doc(text), carrier)) is ends
    assert not light.ends(None)


@pytest.mark.parametrize(
    ("text", "carrier", "who"),
    [
        ("Chad imposed sanctions on Mali .", "imposed", "Chad"),
        ("Chad announced the lifting of sanctions .", "lifting", "Chad"),
        ("Chad was engaged in talks with Mali .", "engaged", "Chad"),
        ("Sanctions were imposed by Chad .", "imposed", "Chad"),
    ],
)
def test_who_acts_by_a_carrier(light, text, carrier, who):
    assert light.subject(word(doc(text), carrier)).text == who


def test_who_travels_for_an_event_takes_part_in_it(light):
    assert light.errand(word(doc("Chad flew to Mali for talks ."), "talks")).text == "flew"
    assert light.errand(word(doc("Chad voted in Mali for talks ."), "talks")) is None
    assert light.errand(word(doc("Chad flew to Mali for talks ."), "Mali")) is None
