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
    one, two, three = workers.extract_all(articles, None, workers.HERE)
    assert isinstance(one, Reading) and isinstance(three, Reading)
    assert isinstance(two, Unread)
    assert (two.source, two.reason) == ("b.txt", "reading it failed: ZeroDivisionError: by zero")


def test_broken_knowledge_ends_the_run():
    with pytest.raises(KnowledgeError):
        list(workers.extract_all([Article("a", "knowledge")], None, workers.HERE))


def test_errors_come_whole_out_of_a_worker():
    error = pickle.loads(pickle.dumps(KnowledgeError("verbs.csv", "a rule", "Mend it.")))
    assert str(error) == "verbs.csv: a rule. Mend it."


@pytest.mark.parametrize("count", [1, 2])
def test_other_processes_give_what_this_one_does(monkeypatch, count):
    monkeypatch.setattr(workers, "extract_one", unparsed.extract_one)
    articles = [Article("a", "Eritrea sent troops."), Article("b", "Eritrea denied it.")]
    alone = list(workers.extract_all(articles, None, workers.HERE))
    assert list(workers.extract_all(articles, None, count)) == alone
    assert [len(reading.claims) for reading in alone] == [1, 1]


def test_articles_are_taken_as_they_are_needed():
    taken = []

    def articles():
        for name in "abc":
            taken.append(name)
            yield Article(name, "x")

    outcomes = workers.extract_all(articles(), None, workers.HERE)
    next(outcomes)
    assert taken == ["a"]
