"""Subjects, objects, clauses and receivers of own news sentences, as the bundled pipeline reads."""

from __future__ import annotations

from kg.language.pipeline import load
from tests.language import relations

FLOOR = 0.95
"""Share of relations right after repairs; it may only rise."""


def test_every_relation_names_words_of_its_sentence():
    nlp = load().nlp
    for sentence, found in relations.lines():
        words = {token.text for token in nlp.make_doc(sentence)}
        for relation in found:
            assert {relation.head, relation.dependent} <= words, sentence
            assert relation.kind in relations.KINDS


def test_relations_are_read_right():
    right, total, wrong = relations.count(load().parse)
    assert right.total() / total.total() >= FLOOR, "\n".join(wrong)
