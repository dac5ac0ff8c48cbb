"""The card: closed vocabularies, rows over them, and what is said where it is broken."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.extract.propose.card import NAME, Card, Rows, load

CARD = Card(
    features=("pos NOUN", "capital"),
    ways=("here",),
    classes=("-", "Attack"),
    roles=("actor", "recipient"),
    values={"stance": ("asserts", "denies"), "negated": ("false", "true")},
    reach=80,
)


def test_a_card_comes_back_as_it_was_written(tmp_path):
    (tmp_path / NAME).write_bytes(msgspec.json.encode(CARD))
    found = load(tmp_path)
    assert found == CARD
    assert list(found.values) == ["stance", "negated"]
    assert (found.certainty, found.lexicon) == ({}, {})


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(ModelError) as told:
        load(tmp_path / "nowhere")
    assert told.value.value == str(tmp_path / "nowhere" / NAME)
    assert "lacks it" in told.value.rule
    assert "python -m kg.training.claims" in told.value.remedy


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "truncated"),
        (b"{", "truncated"),
        (b"[]", "Expected `object`"),
        (b'{"features": ["\xff"]}', "UTF-8"),
        (b'{"features": []}', "missing required field"),
        (msgspec.json.encode({**msgspec.to_builtins(CARD), "roles": ["king"]}), "king"),
        (msgspec.json.encode({**msgspec.to_builtins(CARD), "reach": "far"}), "reach"),
        (msgspec.json.encode({**msgspec.to_builtins(CARD), "more": 1}), "unknown field `more`"),
    ],
    ids=["empty", "cut off", "a list", "bytes", "too little", "role", "type", "unknown field"],
)
def test_a_broken_card_is_said(tmp_path, content, fault):
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(ModelError, match="is no card of a taught reader") as told:
        load(tmp_path)
    assert told.value.value == str(tmp_path / NAME)
    assert fault in told.value.rule
    assert told.value.remedy


def test_rows_have_a_column_a_feature():
    rows = Rows(CARD.features)
    found = rows.of([["capital"], [], ["capital", "pos NOUN"], ["pos VERB", "capital"]])
    assert rows.width == 2
    assert found.dtype == np.float32
    assert found.tolist() == [[0, 1], [0, 0], [1, 1], [0, 1]]


def test_no_rows_have_the_width_still():
    assert Rows(CARD.features).of([]).shape == (0, 2)
    assert Rows(()).of([["capital"]]).shape == (1, 0)


names = st.sampled_from("abcdefgh")


@given(st.lists(names, unique=True), st.lists(st.lists(names), max_size=5))
def test_what_is_not_known_is_left_out(known, given_):
    found = Rows(known).of(given_)
    told = [{known[n] for n in np.flatnonzero(row)} for row in found]
    assert told == [set(row) & set(known) for row in given_]
