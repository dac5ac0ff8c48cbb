"""Headlines without 'that', and talks behind the names of two states."""

from kg.language.repairs import repair
from tests.language.trees import arcs, tree


def labels(text, tags, given):
    return {word: (label, head) for word, label, head in arcs(repair(tree(text, tags, given)))}


def test_a_participle_in_prose_stays():
    found = labels(
        "Chad denies claims made in Mali",
        "NNP VBZ NNS VBN IN NNP",
        "1:nsubj 1:ROOT 1:obj 2:acl 5:case 3:obl",
    )
    assert found["made"] == ("acl", "claims")


def test_talks_behind_two_names():
    doc = repair(
        tree(
            "Chad - Mali Talks Scheduled For Monday",
            "NNP , NNP VBZ VBN IN NNP",
            "3:nsubj 2:punct 0:flat 3:ROOT 3:acl 6:case 4:obl",
        )
    )
    assert (doc[3].pos_, doc[3].tag_, doc[0].dep_) == ("NOUN", "NNS", "compound")
