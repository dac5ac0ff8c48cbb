import os
import pickle

import pytest

from kg import workers
from kg.errors import KnowledgeError, StatecraftError
from kg.model import Article, Reading, Unread


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


def test_a_killed_worker_is_said_and_hangs_nothing():
    with pytest.raises(StatecraftError, match="2 workers: one of them was killed"):
        list(workers.extract_all([Bomb(), Bomb()], None, 2))
