"""What "it", "they" and "the country" stand for, by mentions and trees by hand."""

import pytest

from kg.extract.mentions.coreference import Antecedents, Mention, clause_subject, other_subject
from kg.language.tree import Tree
from kg.model import Agent
from tests.extract.trees import parsed, word

TEXT = parsed(
    "Chad armed Mali . The ministry paid . It denied that they left the country .",
    "NNP VBD NNP . DT NN VBD . PRP VBD IN PRP VBD DT NN .",
    "1:nsubj 1:ROOT 1:obj 1:punct 5:det 6:nsubj 6:ROOT 6:punct "
    "9:nsubj 9:ROOT 12:mark 12:nsubj 9:ccomp 14:det 12:obj 9:punct",
)
CHAD, MALI = (Agent(key, "State", key) for key in ("TCD", "MLI"))
MINISTRY = Agent("ministry", "GovernmentBody", "the ministry", of="TCD")
PERSON = Agent("keita", "Person", "Keita")
STATES = [Mention(0, CHAD), Mention(2, MALI)]


def antecedents(*mentions: Mention, doc: Tree = TEXT) -> Antecedents:
    return Antecedents(doc, list(mentions), lambda one, other: True)


def test_it_is_the_nearest_state_or_body():
    it = word(TEXT, "It")
    assert antecedents(*STATES).state_or_body(it) == CHAD  # the subject goes first
    assert antecedents(*STATES, Mention(5, MINISTRY)).state_or_body(it) == MINISTRY
    assert antecedents(Mention(5, PERSON)).state_or_body(it) is None
    assert antecedents(Mention(5, MINISTRY)).state_or_body(it, barred=range(5, 6)) is None


def test_he_is_the_nearest_person():
    it = word(TEXT, "It")
    assert antecedents(*STATES, Mention(0, PERSON)).person(it) == PERSON
    assert antecedents(*STATES).person(it) is None


def test_nobody_named_behind_a_word_is_meant_by_it():
    assert antecedents(Mention(14, CHAD)).state_or_body(word(TEXT, "It")) is None


def test_what_stands_in_another_story_is_not_meant():
    apart = Antecedents(TEXT, STATES, lambda one, other: False)
    assert apart.mentions(word(TEXT, "It")) == ()
    assert apart.state_or_body(word(TEXT, "It")) is None


def test_both_are_the_two_that_were_named_together():
    pair = antecedents(*STATES).pair(word(TEXT, "they"), lambda a: a.kind == "State")
    assert {a.key for a in pair} == {"TCD", "MLI"}


def test_an_adjective_is_about_the_state_less_than_a_name():
    country = word(TEXT, "country")
    weak = antecedents(Mention(0, CHAD, weak=True), Mention(2, MALI))
    assert weak.setting(country) == MALI
    assert weak.setting(country, barred=frozenset({"MLI"})) == CHAD


@pytest.mark.parametrize(("text", "who"), [("country", "they"), ("they", None), ("Mali", "Chad")])
def test_who_acts_in_the_clause_of_a_word(text, who):
    subject = clause_subject(word(TEXT, text))
    assert (subject.text if subject else None) == who


def test_who_acts_on_a_word_is_somebody_else():
    assert other_subject(word(TEXT, "Mali")) == word(TEXT, "Chad")
    assert other_subject(word(TEXT, "Chad")) is None
