"""The generator of training sentences: sound trees, known labels, the same for the same seed."""

from __future__ import annotations

from itertools import islice, pairwise
from random import Random

import pytest

from kg.knowledge.gazetteer import Gazetteer
from kg.language.pipeline import load
from kg.training.parser.convert import Features, Sentence, grouped, made_up, spans, to_doc
from kg.training.parser.generate import sentences
from kg.training.parser.tree import Style, Tree, rows

COUNT = 400


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


@pytest.fixture(scope="module")
def drawn(gazetteer):
    return list(islice(sentences(gazetteer, seed=5), COUNT))


def test_the_same_seed_gives_the_same_sentences(gazetteer, drawn):
    assert list(islice(sentences(gazetteer, seed=5), COUNT)) == drawn
    assert list(islice(sentences(gazetteer, seed=6), COUNT)) != drawn


def test_every_sentence_is_one_projective_tree(drawn):
    for sentence in drawn:
        heads = [row.head for row in sentence]
        assert sum(row.label == "root" for row in sentence) == 1
        for i, head in enumerate(heads):
            low, high = sorted((i, head))
            assert all(low <= heads[j] <= high for j in range(low + 1, high))


def test_labels_and_tags_are_those_of_the_treebanks(drawn):
    nlp = load().nlp
    labels = {*nlp.get_pipe("parser").labels, "root"}
    tags = set(nlp.get_pipe("tagger").labels)
    assert {row.label for sentence in drawn for row in sentence} <= labels
    assert {row.tag for sentence in drawn for row in sentence} <= tags


def test_no_mark_stands_before_a_full_stop(drawn):
    for sentence in drawn:
        words = [row.word for row in sentence]
        assert not {(",", "."), (",", ","), (":", ".")} & set(pairwise(words))


def test_words_stand_in_order_with_their_heads():
    verb = Tree("sends", "VBZ", "VERB")
    verb.before("nsubj", Tree("she", "PRP", "PRON")).after("obj", Tree("aid", "NN", "NOUN"))
    found = rows(verb.after("punct", Tree(".", ".", "PUNCT")), Style())
    assert [(r.word, r.head, r.label, r.space) for r in found] == [
        ("She", 1, "nsubj", True),
        ("sends", 1, "root", True),
        ("aid", 1, "obj", False),
        (".", 1, "punct", True),
    ]


def test_a_made_sentence_becomes_a_parsed_doc(drawn):
    nlp = load().nlp
    features = Features(
        [Sentence(rows=[["1", "a", "a", "DET", "DT", "Definite=Ind", "0", "root"]])]
    )
    run = [made_up(sentence, features, i) for i, sentence in enumerate(drawn[:2])]
    doc = to_doc(nlp.vocab, run)
    assert [t.text for t in doc] == [row.word for sentence in drawn[:2] for row in sentence]
    assert len(list(doc.sents)) == 2
    assert {str(t.morph) for t in doc if t.text == "a"} <= {"Definite=Ind"}


def test_spans_follow_iob_tags():
    assert spans(["O", "B-LOC", "I-LOC", "B-ORG", "O"], 3) == [(4, 6, "LOC"), (6, 7, "ORG")]


def test_runs_keep_to_one_document(drawn):
    features = Features([])
    made = [made_up(sentence, features, i) for i, sentence in enumerate(drawn[:7])]
    runs = list(grouped(made, Random(1)))
    assert [s for run in runs for s in run] == made
    assert all(len({s.document for s in run}) == 1 for run in runs)
