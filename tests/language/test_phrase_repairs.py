"""Headlines without 'that'."""

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
