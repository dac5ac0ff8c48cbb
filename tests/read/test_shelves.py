"""Where articles lie in a document, and how a message calls the place."""

import pytest

from kg.read.shelves import EACH, place, placed, shelves

ITEM = {"title": "A", "text": "Words."}


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        (ITEM, [()]),
        ([ITEM], [(EACH,)]),
        ({"a": {"b": [ITEM]}}, [("a", "b", EACH)]),
        ({"a": [ITEM], "b": [{"x": 1}], "c": [ITEM]}, [("a", EACH), ("c", EACH)]),
        ([{"a": [ITEM]}, {"a": [ITEM]}], [(EACH, "a", EACH)]),
        ({"x": ITEM, "y": ITEM}, [("x",), ("y",)]),
        ({**ITEM, "more": [ITEM]}, [()]),
        ({"a": [1, "b", None]}, []),
        ("words", []),
    ],
)
def test_a_shelf_is_a_list_on_which_an_article_lies(value, paths):
    assert shelves(value) == paths


def test_everything_on_a_shelf_is_placed():
    value = {"a": [{"b": [ITEM, 7]}, {"b": [ITEM]}]}
    found = [(each.place, each.value) for each in placed(value, shelves(value))]
    assert found == [("a.1.b item 1", ITEM), ("a.1.b item 2", 7), ("a.2.b item 1", ITEM)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [((), ""), (("3",), "item 3"), (("a", "3"), "a item 3"), (("a", "b"), "'a.b'")],
)
def test_a_place_is_said_in_words(steps, words):
    assert place(steps) == words


def test_what_lies_too_deep_is_not_looked_for():
    deep = [ITEM]
    for _ in range(20):
        deep = {"a": deep}
    assert shelves(deep) == []
