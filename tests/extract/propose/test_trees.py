"""Chances from the trees that ship: rows by name, one alone as among others, unfit files."""

import pytest

from kg.errors import ModelError
from kg.extract.propose import card
from kg.extract.propose.network import BUNDLED, Network
from kg.extract.propose.trees import Trees


@pytest.fixture(scope="module")
def shipped():
    return Trees(BUNDLED / "actor.onnx", card.load(BUNDLED).parties)


def test_who_is_held_and_marked_is_likelier_than_who_is_across(shipped):
    held = {"held": 1.0, "held, said by rule": 1.0, "held, told by network": 1.0, "here": 1.0}
    held |= {"held by both": 1.0, "marked actor": 0.98, "marked surely": 1.0}
    likely, across = shipped.chances([held, {"across": 1.0, "across by rule": 1.0, "here": 1.0}])
    assert likely > 10 * across


def test_a_row_has_its_chance_whatever_stands_beside_it(shipped):
    rows = [{"held": 1.0}, {"across": 1.0}, {"share": 0.3}, {"nothing known": 1.0}, {}]
    assert shipped.chances(rows) == [shipped.chances([row])[0] for row in rows]
    assert shipped.chances(rows[3:]) == shipped.chances([{}, {}])


def test_no_rows_have_no_chances(shipped):
    assert shipped.chances([]) == []


def test_trees_of_other_columns_are_an_error():
    with pytest.raises(ModelError, match="the card names 2 numbers, the trees have"):
        Trees(BUNDLED / "actor.onnx", ("held", "across"))


def test_a_missing_file_is_an_error_with_a_remedy(tmp_path):
    with pytest.raises(ModelError, match=r"actor\.onnx.*Install statecraft again"):
        Trees(tmp_path / "actor.onnx", ())


def test_a_network_lacks_no_tree_that_its_card_speaks_of(tmp_path):
    for file in BUNDLED.iterdir():
        if file.name != "recipient.onnx":
            (tmp_path / file.name).symlink_to(file)
    with pytest.raises(ModelError, match=r"recipient\.onnx"):
        Network(tmp_path)
