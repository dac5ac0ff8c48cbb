"""The graphs read as spaCy's own layers do, and each paragraph for itself."""

import shutil

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.language import pipeline as pipelines
from kg.language import vectors

TEXTS = (
    "Ethiopia denied on Friday that it had sent 2,000 troops to Somalia.",
    "Peru",
    "“We’ve never agreed to that,” the minister, Col. Aboud Jumbe, told reporters.",
    "Talks between Peru and Chile, which were to begin in Lima, have been put off.",
)
NEAR = 1e-4
"""Vectors are of size 1, and sums of some hundred numbers are added up in another order."""

words = st.lists(st.sampled_from(" ".join(TEXTS).split()), max_size=30).map(" ".join)


@pytest.fixture(scope="module")
def slow():
    """The pipeline as spaCy runs it."""
    return spacy.load(pipelines._BUNDLED, exclude=["lemmatizer"])


@pytest.fixture(scope="module")
def swift():
    nlp = spacy.load(pipelines._BUNDLED, exclude=["lemmatizer"])
    vectors.quicken(nlp, pipelines._BUNDLED)
    return nlp


def parsed(doc):
    return [(t.text, t.tag_, t.pos_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


def test_the_parse_is_that_of_the_layers_of_spacy(slow, swift):
    assert [parsed(d) for d in swift.pipe(TEXTS)] == [parsed(d) for d in slow.pipe(TEXTS)]


def test_vectors_are_those_of_the_layers_of_spacy(slow, swift):
    for doc, other in zip(swift.pipe(TEXTS), slow.pipe(TEXTS), strict=True):
        assert np.abs(doc.tensor - other.tensor).max() < NEAR


@settings(max_examples=25, deadline=None, database=None, derandomize=True)
@given(st.lists(words, max_size=6))
def test_to_the_last_bit_a_paragraph_is_read_alike_alone_and_among_others(swift, texts):
    for text, doc in zip(texts, swift.pipe(texts), strict=True):
        alone = swift(text)
        assert np.array_equal(alone.tensor, doc.tensor)
        assert parsed(alone) == parsed(doc)


def test_to_the_last_bit_it_is_read_alike_whatever_was_read_before(swift):
    again = spacy.load(pipelines._BUNDLED, exclude=["lemmatizer"])
    vectors.quicken(again, pipelines._BUNDLED)
    fresh, later = again(TEXTS[0]), swift(TEXTS[0])
    assert np.array_equal(fresh.tensor, later.tensor)
    assert np.array_equal(fresh.tensor, again(TEXTS[0]).tensor)


def test_what_is_kept_of_words_has_a_bound(swift, monkeypatch):
    before = [doc.tensor for doc in swift.pipe(TEXTS)]
    monkeypatch.setattr(vectors, "_KEPT", 3)
    for text, tensor in zip(TEXTS, before, strict=True):
        assert np.array_equal(swift(text).tensor, tensor)


def test_no_words_have_no_vectors(swift):
    assert [len(doc) for doc in swift.pipe(["", ""])] == [0, 0]


@pytest.mark.parametrize("name", [vectors.WORDS, *map(vectors.graph_of, vectors.MOVING)])
def test_a_graph_that_is_gone_is_named(tmp_path, name):
    folder = shutil.copytree(pipelines._BUNDLED, tmp_path / "model")
    (folder / name).write_bytes(b"no graph")
    with pytest.raises(ModelError, match=name):
        vectors.quicken(spacy.load(folder), folder)
