"""Drafts of the lexicon as proposals."""

import pytest

from kg.extract.propose.lexicon import proposal
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import Draft
from kg.model import Agent
from tests.language.trees import find, frozen

DOC = frozen(
    "Togo 's minister denied that guards left Benin .",
    "NNP POS NN VBD IN NNS VBD NNP .",
    "2:nmod:poss 0:case 3:nsubj 3:ROOT 6:mark 6:nsubj 3:ccomp 6:obj 3:punct",
)
MINISTER = Agent("TGO-MINISTER", "GovernmentBody", "Togo's minister", of="TGO")
BENIN = Agent("BEN", "State", "Benin")
BAND = Agent("group-t-band", "ArmedGroup", "the band", of="NER")


def draft(**more):
    told = {"actors": (), "recipients": (), "words": (), "phase": "starts", "scope": Scope()}
    return Draft("Deployment", find(DOC, "left"), **{**told, **more})


def test_a_draft_is_told_as_it_is():
    scope = Scope(Polarity("denies", "alleged"), speakers=(find(DOC, "minister"),))
    found = proposal(draft(scope=scope, theme=find(DOC, "guards"), negated=True, phase="ends"))
    assert (found.event_class, found.trigger) == ("Deployment", 6)
    assert (found.stance, found.modality, found.negated, found.phase) == (
        "denies", "alleged", True, "ends",
    )  # fmt: skip
    assert found.roles == {"claimant": ((2, 3),), "object": ((5, 6),)}
    assert (found.by, found.score) == ("lexicon", 1.0)


def test_parties_count_as_whom_they_act_for():
    found = proposal(draft(actors=(MINISTER, BAND), recipients=(BENIN,)))
    assert found.counts("actor") == {"TGO", "group-t-band"}
    assert found.counts("recipient") == {"BEN"}
    assert found.counts("claimant") == frozenset()
    assert found.runs("actor") == ()


def test_roles_that_are_left_out_are_none():
    found = proposal(draft())
    assert found.roles == {}
    assert found.counts("actor") == found.counts("recipient") == frozenset()


def test_speakers_come_in_order_of_the_text():
    speakers = (find(DOC, "Benin"), find(DOC, "Togo"))
    assert proposal(draft(scope=Scope(speakers=speakers))).runs("claimant") == ((0, 1), (7, 8))


@pytest.mark.parametrize(("token", "held"), [(4, False), (5, True), (6, False)])
def test_a_word_fills_a_role_or_does_not(token, held):
    found = proposal(draft(theme=find(DOC, "guards")))
    assert found.holds("object", token) is held
    assert not found.holds("actor", token)
