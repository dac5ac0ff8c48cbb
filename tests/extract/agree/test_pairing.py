"""Which proposals of both readers are about one event, over trees by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.agree import pairing
from kg.extract.agree.pairing import used
from kg.extract.propose.lexical import LexicalReading
from kg.knowledge import lexicon
from tests.extract.contexts import context
from tests.extract.propose.sheets import proposal
from tests.language.trees import frozen

DOC = frozen(
    "Togo launched the first of many long and very heavy air strikes . Benin fled .",
    "NNP VBD DT JJ IN JJ JJ CC RB JJ NN NNS . NNP VBD .",
    "1:nsubj 1:ROOT 3:det 1:obj 11:case 11:amod 11:amod 9:cc 9:advmod 6:conj 11:compound "
    "3:nmod 1:punct 14:nsubj 14:ROOT 14:punct",
)
CARRIED = frozen(
    "Togo carried out , it is said , a long series of air strikes .",
    "NNP VBD RP , PRP VBZ VBN , DT JJ NN IN NN NNS .",
    "1:nsubj 1:ROOT 1:compound:prt 6:punct 6:nsubj 6:aux 1:parataxis 6:punct 10:det 10:amod "
    "1:obj 13:case 13:compound 10:nmod 1:punct",
)


def pairs(doc, rules, taught):
    return pairing.pairs(doc, rules, taught, lexicon.load().kin)


def rule(trigger, event_class="Attack"):
    return proposal(event_class, trigger, by="lexicon")


def test_the_same_trigger_and_class_is_one_event():
    assert pairs(DOC, [rule(1)], [proposal(trigger=1)]) == {0: 0}


@pytest.mark.parametrize(("trigger", "together"), [(7, True), (8, False), (3, True)])
def test_triggers_near_each_other_are_one_event(trigger, together):
    found = pairs(DOC, [rule(1)], [proposal(trigger=trigger)])
    assert found == ({0: 0} if together else {})


@pytest.mark.parametrize(("first", "second"), [(1, 10), (10, 1), (10, 13)])
def test_triggers_of_which_one_hangs_on_the_other_are_one_event(first, second):
    assert pairs(CARRIED, [rule(first)], [proposal(trigger=second)]) == {0: 0}


def test_far_triggers_without_a_link_are_two_events():
    assert pairs(CARRIED, [rule(1)], [proposal(trigger=13)]) == {}


def test_sentences_are_not_mixed_however_near():
    assert pairs(DOC, [rule(11)], [proposal(trigger=14)]) == {}


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("Attack", "Invasion", True), ("Invasion", "Attack", True), ("Attack", "Threat", False),
        ("Invasion", "Deployment", False), ("Event", "Event", True), ("Event", "Attack", False),
    ],
)  # fmt: skip
def test_an_invasion_is_an_attack_and_else_classes_are_told_apart(first, second, together):
    found = pairs(DOC, [rule(1, first)], [proposal(second, 1)])
    assert (found == {0: 0}) is together


def test_the_nearest_are_paired_first():
    assert pairs(DOC, [rule(1), rule(4)], [proposal(trigger=5)]) == {1: 0}
    taught = [proposal(trigger=7), proposal(trigger=3)]
    assert pairs(DOC, [rule(4), rule(1)], taught) == {0: 1, 1: 0}
    assert pairs(DOC, [rule(4)], [proposal(trigger=5), proposal(trigger=3)]) == {0: 0}


def test_nothing_proposed_is_nothing_paired():
    assert pairs(DOC, [], []) == {}
    assert pairs(DOC, [rule(1)], []) == {}
    assert pairs(DOC, [], [proposal(trigger=1)]) == {}


triggers = st.lists(
    st.builds(proposal, st.sampled_from(["Attack", "Invasion", "Threat"]), st.integers(0, 15)),
    max_size=8,
)


@settings(deadline=None, database=None, derandomize=True)
@given(triggers, triggers)
def test_no_proposal_is_in_two_pairs(lexicon, taught):
    found = pairs(DOC, lexicon, taught)
    assert len({*found.values()}) == len(found)
    for first, second in found.items():
        rule_, other = lexicon[first], taught[second]
        assert DOC[rule_.trigger].sentence == DOC[other.trigger].sentence
        assert (rule_.event_class == "Threat") == (other.event_class == "Threat")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Togo launched an attack on Benin.", {"launched", "attack"}),
        ("Peru sent 300 troops to Chile.", {"sent", "troops"}),
        ("It rained on the hills.", set()),
    ],
    ids=["light verb", "theme", "nothing told"],
)
def test_rules_have_used_the_words_that_they_tell_an_event_by(text, words):
    read = context(text)
    found = used(read, LexicalReading(read).run())
    assert {read.tree[i].text for i in found} == words
