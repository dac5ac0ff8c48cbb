import pytest

from kg.store.answer import Answer
from kg.store.engine import Store


@pytest.fixture
def answer():
    return Answer(Store().query("SELECT ?a ?n { VALUES (?a ?n) { ('x' 1) ('y' 2) ('z' UNDEF) } }"))


def test_rows_are_dictionaries_of_strings(answer):
    assert answer.columns == ("a", "n")
    assert list(answer) == [{"a": "x", "n": "1"}, {"a": "y", "n": "2"}, {"a": "z", "n": ""}]
    assert answer[-1] == {"a": "z", "n": ""} and len(answer) == 3
    assert {"a": "y", "n": "2"} in answer


def test_a_slice_keeps_the_types(answer):
    part = answer[1:]
    assert [row["a"] for row in part] == ["y", "z"]
    assert part.to_pandas().n.tolist()[0] == 2


def test_an_index_beyond_the_end_is_an_index_error(answer):
    with pytest.raises(IndexError):
        answer[3]


def test_frames_and_the_notebook(answer):
    assert answer.to_pandas().shape == answer.to_polars().shape == (3, 2)
    assert "<td" in answer._repr_html_() and "3 rows" in answer._repr_html_()


def test_a_terminal_is_told_what_is_in_it(answer):
    assert repr(answer) == f"<kg.Answer of 3 rows: {', '.join(answer.columns)}>"
