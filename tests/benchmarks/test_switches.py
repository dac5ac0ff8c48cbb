"""Functions and conditions of a module can be counted and forced, one at a time."""

import importlib
import sys

import pytest

from tests.benchmarks.switches import install

SOURCE = """
def is_even(n: int) -> bool:
    return n % 2 == 0

def first(found: list[int]) -> int | None:
    return next((n for n in found if n > 2), None)

def size(n: int) -> str:
    if n > 9 or is_even(n):
        return "large or even"
    return "odd"
"""


@pytest.fixture
def switched(tmp_path, monkeypatch):
    """The module and its board, gone after the test."""
    (tmp_path / "switched_example.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    board = install(("switched_example",))
    yield importlib.import_module("switched_example"), board
    sys.modules.pop("switched_example", None)


def number(board, kind, text):
    return next(
        n for n, s in enumerate(board.switches) if s.kind == kind and s.text.startswith(text)
    )


def test_it_is_counted_where_a_switch_has_a_say(switched):
    module, board = switched
    for board.place, n in (("a", 3), ("b", 4), ("c", 12)):
        module.size(n)
    assert board.other[number(board, "function", "is_even")] == {"b"}
    assert board.other[number(board, "or", "n > 9")] == {"c"}
    assert board.other[number(board, "if", "n > 9")] == {"b", "c"}


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [("function", "is_even", "odd"), ("or", "is_even", "odd"), ("or", "n > 9", "large or even")],
)
def test_a_switch_is_forced(switched, kind, text, told):
    module, board = switched
    board.off = number(board, kind, text)
    assert module.size(4) == told


def test_a_filter_and_a_function_that_may_find_nothing(switched):
    module, board = switched
    assert module.first([1, 3]) == 3
    board.off = number(board, "filter", "n > 2")
    assert module.first([1, 3]) == 1
    board.off = number(board, "function", "first")
    assert module.first([1, 3]) is None


def test_what_is_loaded_already_cannot_be_switched():
    with pytest.raises(RuntimeError, match="loaded before"):
        install(("tests.benchmarks.switches",))
