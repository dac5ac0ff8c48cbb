from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.index import Index, Row, parse_index, read_index

HEADER = "file,title,publisher,published,published_basis,language\n"


def reasons(index: Index) -> str:
    return " / ".join(f"{problem.source}: {problem.reason}" for _, problem in index.problems)


def test_a_row_gives_every_column():
    index = parse_index(HEADER + 'a.txt,"Arms, again",Wire,2024-10-24,byline,en\n', "index.csv")
    assert index.rows == {
        "a.txt": Row("a.txt", "Arms, again", "Wire", date(2024, 10, 24), "byline", "en")
    }
    assert index.problems == ()


def test_columns_may_be_left_out_and_come_in_any_order():
    index = parse_index("published,file\n2024-10-24,a.txt\n", "index.csv")
    assert index.rows["a.txt"] == Row("a.txt", published=date(2024, 10, 24))


def test_a_bad_row_is_reported_by_its_line_and_the_rest_is_used():
    index = parse_index(HEADER + "a.txt,One, two,,,,en\nb.txt,,,,,\n", "index.csv")
    assert set(index.rows) == {"b.txt"}
    assert reasons(index).startswith("index.csv line 2: 7 cells where 6 columns are named")


def test_a_bad_date_costs_the_date_and_not_the_row():
    index = parse_index(HEADER + "a.txt,Title,,24/10/2024,,en\n", "index.csv")
    assert index.rows["a.txt"] == Row("a.txt", "Title", language="en")
    assert "published '24/10/2024' is no date" in reasons(index)


@pytest.mark.parametrize("year", ["0000", "0001", "9999"])
def test_a_year_that_stands_for_none_is_no_date(year):
    index = parse_index(HEADER + f"a.txt,Title,,{year}-12-31,,en\n", "index.csv")
    assert index.rows["a.txt"].published is None
    assert "is no date" in reasons(index)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title,language\nx,en\n", "no column 'file'"),
        ("file,publishd\na.txt,2024-10-24\n", "column 'publishd' is passed over"),
        ("file,Title\na.txt,Title\n", "column 'Title' is passed over"),
        ("file,title,title\na.txt,One,Two\n", "column 'title' is there twice"),
        ("file\na.txt\na.txt\n", "file 'a.txt' is there twice"),
        ("file,title\n,Title\n", "the cell 'file' is empty"),
        ('file,title\na.txt,"never closed\nb.txt,Title\n', "no CSV from here on"),
    ],
)
def test_what_breaks_the_table_is_said(text, reason):
    assert reason in reasons(parse_index(text, "index.csv"))


def test_columns_of_ones_own_are_passed_over():
    index = parse_index("file,licence,url\na.txt,CC0,x\n", "index.csv")
    assert index == Index({"a.txt": Row("a.txt")})


def test_blank_lines_are_passed_over():
    assert parse_index("file\n\na.txt\n\n", "index.csv").problems == ()


def test_a_folder_without_an_index_has_an_empty_one(tmp_path):
    assert read_index(tmp_path) == Index()


def test_an_index_that_is_no_utf8_is_reported_and_not_used(tmp_path):
    (tmp_path / "index.csv").write_bytes("file\ncafé.txt\n".encode("latin-1"))
    index = read_index(tmp_path)
    assert index.rows == {}
    assert "not UTF-8" in reasons(index)


@given(st.text(max_size=80))
def test_no_table_raises(text):
    index = parse_index(text, "index.csv")
    assert all(name == row.file for name, row in index.rows.items())
