"""The peers find what their kind finds."""

import spacy
from spacy.tokens import Doc

from tests.benchmarks.peers import PatternCoder, triples


def test_subject_verb_object():
    words = ["Old", "Mali", "sent", "troops", "."]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        heads=[1, 2, 2, 2, 2],
        deps=["amod", "nsubj", "ROOT", "obj", "punct"],
        pos=["ADJ", "PROPN", "VERB", "NOUN", "PUNCT"],
        lemmas=["old", "Mali", "send", "troop", "."],
    )
    assert list(triples(doc)) == [("Old Mali", "send", "troops")]


def test_patterns_take_the_names_around_a_verb():
    ((actor, _, recipient),) = PatternCoder().read(
        ["Mali shelled Niger. Chad waited. Rain fell on Benin."]
    )
    assert (actor, recipient) == ("MLI", "NER")
