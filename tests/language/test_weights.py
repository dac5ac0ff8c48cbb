"""Weights as the graphs take them: a matrix product with them is what a layer of thinc sums."""

import numpy as np
import pytest
import spacy

from kg.language import pipeline, weights


@pytest.fixture(scope="module")
def plain():
    return spacy.load(pipeline._BUNDLED)


def rows(wide):
    return np.random.default_rng(0).standard_normal((3, wide), dtype=np.float32)


def test_pieces_of_a_maxout_lie_one_behind_the_other(plain):
    model = plain.get_pipe("tok2vec").model
    found = weights.of_words(model)
    given = rows(len(found["layer 2 dense"]))
    pieces = (given @ found["layer 2 dense"] + found["layer 2 bias"]).reshape(3, 3, -1)
    layer = next(n for n in model.layers[1].layers[0].layers[1].walk() if n.name == "maxout")
    assert np.allclose(pieces.max(axis=1), layer.predict(given), atol=1e-4)


def test_each_layer_and_the_spelling_has_its_four(plain):
    names = {name.rpartition(" ")[0] for name in weights.of_words(plain.get_pipe("tok2vec").model)}
    assert names == {"spelling", *(f"layer {n}" for n in range(1, 7))}


def test_what_a_word_adds_is_computed_for_all_places_at_once(plain):
    model = plain.get_pipe("parser").model
    found = weights.of_moves(model)
    given = rows(len(found["first"]))
    narrow = given @ found["first"] + found["first bias"]
    sums = model.layers[1].predict(model.layers[0].layers[-1].predict(given))
    assert np.allclose(narrow @ found["each"], sums[1:].reshape(3, -1), atol=1e-3)
    assert np.array_equal(found["blank"].reshape(-1), sums[0].reshape(-1))
