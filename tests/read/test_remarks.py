"""What is told of a file: a line a kind, with the first place and how many others."""

from kg.model import Article
from kg.read.record import Remark
from kg.read.remarks import told


def test_each_kind_is_one_line_at_the_end():
    article = Article("a", "Words.")
    others = [Remark("undated", "a.csv", f"line {n}", "later") for n in range(3, 1_503)]
    items = [Remark("undated", "a.csv", "line 2", "soon"), article, *others]
    first, line = told(items)
    assert first is article
    assert line.source == "a.csv line 2"
    assert "'soon'" in line.reason and "1,500 others" in line.reason


def test_fields_that_are_not_used_are_a_line_each():
    items = [Remark("unused", "a.csv", "line 2", name) for name in ("x", "y", "x")]
    assert [(line.remedy.split()[-1], "1 other" in line.reason) for line in told(items)] == [
        ("x.", True),
        ("y.", False),
    ]


def test_a_long_value_is_cut():
    (line,) = told([Remark("undated", "a.csv", "", "x" * 900)])
    assert len(line.reason) < 300
