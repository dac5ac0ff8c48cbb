"""What one word over an event does: accusing, thanking, lasting, voiding, on trees by hand."""

import pytest

from kg.extract.scope.chain import Scopes
from kg.knowledge import lexicon
from tests.extract.trees import parsed, word


@pytest.fixture(scope="module")
def scopes() -> Scopes:
    return Scopes(lexicon.load())


def test_who_is_accused_is_kept(scopes):
    doc = parsed(
        "Chad accused Mali of sending troops .",
        "NNP VBD NNP IN VBG NNS .",
        "1:nsubj 1:ROOT 1:obj 4:mark 1:advcl 4:obj 1:punct",
    )
    found = scopes.read(word(doc, "sending"), None)
    assert found.accused == word(doc, "Mali")
    assert (found.stance, found.kind) == ("asserts", "accusation")
    assert found.speakers == (word(doc, "Chad"),)


def test_who_is_thanked_is_told_from_who_got_it(scopes):
    doc = parsed(
        "Chad thanked Mali for its aid .",
        "NNP VBD NNP IN PRP$ NN .",
        "1:nsubj 1:ROOT 1:obj 5:case 5:nmod:poss 1:obl 1:punct",
    )
    found = scopes.read(word(doc, "aid"), None)
    assert found.thanking == word(doc, "Chad")


def test_a_predicate_denies_what_is_reported(scopes):
    doc = parsed(
        "Reports of the raid are false .",
        "NNS IN DT NN VBP JJ .",
        "5:nsubj 3:case 3:det 0:nmod 5:cop 5:ROOT 5:punct",
    )
    assert scopes.read(word(doc, "raid"), None).stance == "denies"


@pytest.mark.parametrize("predicate", ["harsh", "true"])
def test_another_predicate_denies_nothing(scopes, predicate):
    doc = parsed(
        f"Reports of the raid are {predicate} .",
        "NNS IN DT NN VBP JJ .",
        "5:nsubj 3:case 3:det 0:nmod 5:cop 5:ROOT 5:punct",
    )
    assert scopes.read(word(doc, "raid"), None).stance == "asserts"


@pytest.mark.parametrize(
    ("verb", "lasting", "stopped"), [("continued", True, False), ("stopped", False, True)]
)
def test_what_goes_on_and_what_stops(scopes, verb, lasting, stopped):
    doc = parsed(
        f"Chad {verb} sending troops .",
        "NNP VBD VBG NNS .",
        "1:nsubj 1:ROOT 1:xcomp 2:obj 1:punct",
    )
    found = scopes.read(word(doc, "sending"), None)
    assert (found.lasting, found.stopped) == (lasting, stopped)
