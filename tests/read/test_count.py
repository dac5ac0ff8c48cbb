from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read.count import expected


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.md", "c.html", "index.csv"):
        (tmp_path / name).write_text("x")
    return tmp_path


def test_files_that_hold_one_article_each_are_counted(folder):
    assert expected([folder]) == 3
    assert expected([folder / "a.txt", folder]) == 3


@pytest.mark.parametrize("name", ["d.jsonl", "d.csv.gz", "d.warc", "d"])
def test_where_a_file_may_hold_many_nothing_is_expected(folder, name):
    (folder / name).write_text("x")
    assert expected([folder, folder / name]) == 0


def test_the_format_that_is_given_counts_before_the_ending(folder):
    assert expected([folder / "a.txt"], "jsonl") == 0
    assert expected([folder / "b.md"], "text") == 1


def test_standard_input_may_hold_anything(folder):
    assert expected([Path("-"), folder]) == 0


def test_nothing_there_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        expected([tmp_path / "gone"])
