import re

from tests.notebooks import running

NAME = "03-numbers-over-time"


def test_all_reports_are_of_one_event(followed):
    shown = "\n".join(running.told(followed(NAME)))
    assert "Read     9 articles" in shown
    assert "Linked   1 event, 1 contested" in shown


def test_revisions_are_no_disagreements(followed):
    revised, differ, *_ = (words for words in running.told(followed(NAME)) if "<table" in words)
    assert re.findall(r"<td>(at least 1,500|1,200|800)</td>", revised) == [
        *("800", "1,200"),
        *("1,200", "at least 1,500"),
    ]
    assert "between 1,800 and 2,000" in differ and "<td>800</td>" not in differ


def test_what_three_articles_carry_has_one_origin(followed):
    (chart,) = [words for words in running.told(followed(NAME)) if "of: origins" in words]
    assert chart.count("number: 3; of: articles") == 2
    assert set(re.findall(r"number: (\d); of: origins", chart)) == {"1"}
