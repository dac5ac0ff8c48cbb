import os
import pickle

import pytest

from kg.corpus import workers
from kg.errors import KnowledgeError
from kg.model import Article, Reading, Unread
from tests.benchmarks import unparsed


class Fake:
    """A reader that breaks as its articles ask."""

    def read(self, article: Article) -> Reading:
        if article.text == "break":
            raise ZeroDivisionError("by zero")
        if article.text == "knowledge":
            raise KnowledgeError("verbs.csv", "a rule", "Mend it.")
        return Reading(article, (), (), ())


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: Fake())


def test_an_article_that_breaks_the_reader_is_unread_and_the_rest_is_read():
    articles = [Article("a", "x"), Article("b", "break", source="b.txt"), Article("c", "x")]
    one, two, three = workers.extract_all(articles, None, 1)
    assert isinstance(one, Reading) and isinstance(three, Reading)
    assert isinstance(two, Unread)
    assert (two.source, two.reason) == ("b.txt", "reading it failed: ZeroDivisionError: by zero")


def test_broken_knowledge_ends_the_run():
    with pytest.raises(KnowledgeError):
        list(workers.extract_all([Article("a", "knowledge")], None, 1))


def test_errors_come_whole_out_of_a_worker():
    error = pickle.loads(pickle.dumps(KnowledgeError("verbs.csv", "a rule", "Mend it.")))
    assert str(error) == "verbs.csv: a rule. Mend it."


class Bomb:
    """An article that kills the process that is handed it, as want of memory would."""

    source = "bomb"

    def __reduce__(self):
        return os._exit, (1,)


def test_a_killed_worker_costs_the_article_that_killed_it_and_no_other(monkeypatch):
    monkeypatch.setattr(workers, "extract_one", unparsed.extract_one)
    articles = [Article(name, "Rain fell.", source=name) for name in "abcdefghijkl"]
    bombs = {2, 3, 9}
    mixed = [Bomb() if place in bombs else article for place, article in enumerate(articles)]
    outcomes = list(workers.extract_all(mixed, None, 2))
    assert [place for place, o in enumerate(outcomes) if isinstance(o, Unread)] == sorted(bombs)
    assert {o.reason for o in outcomes if isinstance(o, Unread)} == {workers.KILLED}
    read = [o.article for o in outcomes if isinstance(o, Reading)]
    assert read == [a for place, a in enumerate(articles) if place not in bombs]


def test_articles_are_taken_as_they_are_needed():
    taken = []

    def articles():
        for name in "abc":
            taken.append(name)
            yield Article(name, "x")

    outcomes = workers.extract_all(articles(), None, 1)
    next(outcomes)
    assert taken == ["a"]
