"""Clefts come back to the plain sentence: who did it is its subject, 'is to' is no plan."""

from kg.language.repairs import repair
from kg.language.trees import REPLACED
from tests.language.trees import tree


def at(doc, word):
    token = next(t for t in doc if t.text == word)
    return token.dep_, token.head.text


def test_what_was_done():
    doc = repair(
        tree(
            "What Chad has done is to supply fuel",
            "WP NNP VBZ VBN VBZ TO VB NN",
            "6:nsubj:outer 3:nsubj 3:aux 0:acl:relcl 6:cop 6:mark 6:ROOT 6:obj",
        )
    )
    assert at(doc, "Chad") == ("nsubj", "supply")
    assert at(doc, "has") == ("aux", "supply")
    assert {at(doc, word)[0] for word in ("What", "done", "is", "to")} == {REPLACED}


def test_what_was_not_done_keeps_the_negation():
    doc = repair(
        tree(
            "What Chad has not done is send rice",
            "WP NNP VBZ RB VBN VBZ VB NNS",
            "6:nsubj:outer 4:nsubj 4:aux 4:advmod 0:acl:relcl 6:cop 6:ROOT 6:obj",
        )
    )
    assert at(doc, "not") == ("advmod", "send")


def test_what_was_supplied():
    doc = repair(
        tree(
            "What Chad supplied to Mali was fuel",
            "WP NNP VBD IN NNP VBD NN",
            "6:nsubj 2:nsubj 0:acl:relcl 4:case 2:obl 6:cop 6:ROOT",
        )
    )
    assert at(doc, "fuel") == ("obj", "supplied")


def test_a_time_that_is_set_apart_denies_nothing():
    doc = repair(
        tree(
            "It was not until Monday that Chad attacked Mali",
            "PRP VBD RB IN NNP IN NNP VBD NNP",
            "4:expl 4:cop 4:advmod 4:case 4:ROOT 7:mark 7:nsubj 4:advcl:relcl 7:obj",
        )
    )
    assert at(doc, "not") == ("advmod", "Monday")
