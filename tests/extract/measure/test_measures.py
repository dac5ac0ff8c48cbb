"""Which figure belongs to an event, on trees by hand."""

from decimal import Decimal

import pytest

from kg.extract.measure.measures import Measures
from kg.knowledge import lexicon
from kg.language.quantities import find_quantities
from kg.language.tree import Tree
from kg.model import Quantity
from tests.extract.trees import parsed, word

SENTENCES = {
    "The raid killed nine people and wounded 20 .": (
        "DT NN VBD CD NNS CC VBD CD .",
        "1:det 2:nsubj 2:ROOT 4:nummod 2:obj 6:cc 2:conj 6:obj 2:punct"),
    "Chad sent a total of 500 troops .": (
        "NNP VBD DT NN IN CD NNS .", "1:nsubj 1:ROOT 3:det 1:obj 6:case 6:nummod 3:nmod 1:punct"),
    "Chad sent a unit of 2,200 marines .": (
        "NNP VBD DT NN IN CD NNS .", "1:nsubj 1:ROOT 3:det 1:obj 6:case 6:nummod 3:nmod 1:punct"),
    "Chad raised its troops to 2,000 .": (
        "NNP VBD PRP$ NNS IN CD .", "1:nsubj 1:ROOT 3:nmod:poss 1:obj 5:case 1:obl 1:punct"),
    "Chad pledged aid worth $5 million for Mali .": (
        "NNP VBD NN JJ CD CD IN NNP .",
        "1:nsubj 1:ROOT 1:obj 2:amod 5:compound 3:obl 7:case 1:obl 1:punct"),
    "Chad sent troops .": ("NNP VBD NNS .", "1:nsubj 1:ROOT 1:obj 1:punct"),
}  # fmt: skip


def measures(text: str) -> tuple[Tree, Measures]:
    doc = parsed(text, *SENTENCES[text])
    return doc, Measures(doc, find_quantities(doc.text), lexicon.load())


def told(found: Quantity | None) -> tuple[Decimal | None, str] | None:
    return (found.low, found.unit) if found is not None else None


def test_the_figure_in_front_of_a_noun():
    doc, of = measures("The raid killed nine people and wounded 20 .")
    assert told(of.counted(word(doc, "people"))) == (9, "people")
    assert of.counted(word(doc, "raid")) is None


def test_the_figure_in_what_contains_it():
    doc, of = measures("Chad sent a total of 500 troops .")
    assert told(of.counted(word(doc, "troops"))) == (500, "troops")


def test_the_figure_of_what_a_noun_is_made_of():
    doc, of = measures("Chad sent a unit of 2,200 marines .")
    assert told(of.inside(word(doc, "unit"))) == (2200, "marines")
    assert of.inside(word(doc, "marines")) is None


def test_the_bare_figure_that_a_change_leads_to():
    doc, of = measures("Chad raised its troops to 2,000 .")
    assert told(of.raised(word(doc, "raised"), word(doc, "troops"))) == (2000, "troops")


def test_a_sum_behind_worth():
    doc, of = measures("Chad pledged aid worth $5 million for Mali .")
    assert told(of.worth(word(doc, "aid"))) == (5_000_000, "USD")
    assert told(of.price(word(doc, "pledged"))) == (5_000_000, "USD")


@pytest.mark.parametrize("trigger", ["raid", "killed"])
def test_the_toll_that_the_nearest_verb_counts(trigger):
    doc, of = measures("The raid killed nine people and wounded 20 .")
    assert told(of.toll(word(doc, trigger))) == (9, "people")


def test_where_nothing_is_counted_there_is_no_figure():
    doc, of = measures("Chad sent troops .")
    trigger = word(doc, "sent")
    assert of.toll(trigger) is None
    assert of.price(trigger) is None
    assert of.worth(word(doc, "troops")) is None
