"""What is read now and what is taken as it was kept, with a reader that needs no model."""

import pytest

from kg.corpus import workers
from kg.corpus.cache.readings import keeping
from kg.corpus.gather import gather, readings
from kg.corpus.workers import HERE
from kg.errors import StatecraftError
from kg.model import Article, Unread
from tests.corpus.fake import FakeReader

ONE, TWO = Article("one", "Eritrea sent troops."), Article("two", "Eritrea denied it.")
BREAKING = Article("three", "This will break.", source="three.txt")
EMPTY = Unread("empty.txt", "it is empty", "Leave it out.")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())
    with keeping(tmp_path / "kept.sqlite") as kept:
        yield kept


def gathered(kept, *items):
    told = []
    return gather(items, kept, None, HERE, told.append), told


def test_what_was_read_before_is_not_read_again(kept):
    first, _ = gathered(kept, ONE)
    again, _ = gathered(kept, ONE, TWO)
    assert (first.fresh, again.fresh) == (1, 1)
    assert set(first.keys) < set(again.keys) and len(again.keys) == 2


def test_whoever_asks_is_told_of_each_once(kept):
    gathered(kept, ONE)
    _, told = gathered(kept, ONE, EMPTY, TWO)
    assert sorted(map(repr, told)) == sorted(map(repr, (ONE, EMPTY, TWO)))


def test_what_cannot_be_read_is_told_and_keeps_nothing_from_the_rest(kept):
    found, told = gathered(kept, BREAKING, ONE)
    (unread,) = found.unread
    assert unread.source == "three.txt" and unread in told
    assert len(found.keys) == found.fresh == 1


def test_readings_come_back_in_the_order_asked_for(kept):
    found, _ = gathered(kept, ONE, TWO)
    names = [reading.article.name for reading in readings(kept, reversed(found.keys))]
    assert names == ["two", "one"]


def test_a_broken_reading_is_dropped_and_said(kept):
    found, _ = gathered(kept, ONE)
    kept.put("readings", [(found.keys[0], b"{}")])
    with pytest.raises(StatecraftError, match="broken"):
        list(readings(kept, found.keys))
    assert not kept.has_reading(found.keys[0])
