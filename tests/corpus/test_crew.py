import os
import signal
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from kg.corpus.crew import KILLED, Crew
from kg.errors import KnowledgeError
from kg.model import Article, Reading, Unread


def read(article: Article, log: Path) -> Reading:
    """Dies at "kill" as often as there is a file of the article's name; notes what it does."""
    note(log, f"begin {article.name}")
    left = log.with_name(article.name)
    if article.text == "kill" and left.exists():
        often = int(left.read_text()) - 1
        left.write_text(str(often)) if often else left.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    if article.text == "knowledge":
        raise KnowledgeError("verbs.csv", "a rule", "Mend it.")
    note(log, f"end {article.name}")
    return Reading(article, (), (), ())


def note(log: Path, line: str) -> None:
    with log.open("a") as file:
        file.write(f"{line}\n")


@pytest.fixture
def log(tmp_path) -> Path:
    return tmp_path / "log"


def news(log: Path, deaths: dict[str, int]) -> list[Article]:
    """Ten articles; reading some of them kills the process so many times."""
    for name, often in deaths.items():
        log.with_name(name).write_text(str(often))
    return [Article(n, "kill" if n in deaths else "Rain fell.", source=n) for n in "abcdefghij"]


def outcomes(log: Path, articles: list[Article], workers: int) -> list[Reading | Unread]:
    with Crew(partial(read, log=log), workers) as crew:
        return list(crew.outcomes(articles))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_process_that_dies_costs_the_article_that_killed_it_twice_and_no_other(log, workers):
    articles = news(log, {"b": 2, "f": 1, "j": 2})
    told = outcomes(log, articles, workers)
    away = [o for o in told if isinstance(o, Unread)]
    assert [(o.source, o.reason) for o in away] == [("b", KILLED), ("j", KILLED)]
    kept = [o.article.name if isinstance(o, Reading) else o.source for o in told]
    assert kept == list("abcdefghij")
    begun = Counter(line for line in log.read_text().splitlines() if line.startswith("begin"))
    assert begun["begin b"] == begun["begin j"] == begun["begin f"] == 2


def test_the_second_time_nothing_else_is_read(log):
    outcomes(log, news(log, {"c": 1}), 2)
    lines = log.read_text().splitlines()
    end = lines.index("end c")
    assert lines[end - 1] == "begin c"


def test_an_article_that_is_no_more_than_unlucky_is_read(log):
    articles = news(log, {"a": 1})
    assert outcomes(log, articles, 1) == [Reading(a, (), (), ()) for a in articles]


def test_articles_are_taken_as_they_are_needed(log):
    taken = []

    def coming():
        for article in news(log, {}) * 5:
            taken.append(article)
            yield article

    with Crew(partial(read, log=log), 1) as crew:
        found = crew.outcomes(coming())
        next(found)
        assert len(taken) < 10
        assert len(list(found)) == 49


def test_broken_knowledge_is_raised_here(log):
    with pytest.raises(KnowledgeError, match="a rule"):
        outcomes(log, [Article("a", "knowledge")], 1)


def test_no_process_starts_where_nothing_is_to_be_read(log):
    assert outcomes(log, [], 3) == []
    assert not log.exists()
