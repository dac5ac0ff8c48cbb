import pytest

from kg.corpus.cache.readings import keeping
from kg.errors import StatecraftError
from kg.model import Article, Reading
from tests.corpus.fake import FakeReader

READING = FakeReader().read(Article("a", "Eritrea sent troops.\nEritrea may deny.\n"))


def test_a_reading_comes_back_as_it_was_also_for_the_next_who_opens(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        assert kept.reading("one") is None and not kept.has_reading("one")
        kept.put_reading("one", READING)
    with keeping(tmp_path / "kept.sqlite") as kept:
        assert kept.has_reading("one")
        assert kept.reading("one") == READING
        assert isinstance(READING, Reading) and READING.claims and READING.declined


def test_what_is_no_longer_wanted_goes(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        for key in ("one", "two", "three"):
            kept.put_reading(key, READING)
        kept.keep_only("readings", ["two"])
        kept.drop("readings", "gone")
        assert [kept.has_reading(key) for key in ("one", "two", "three")] == [False, True, False]


def test_of_another_form_counts_as_not_there(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        kept.put("readings", [("one", b'{"article": 7}')])
        assert kept.has_reading("one") and kept.reading("one") is None


def test_more_keys_than_a_statement_takes_are_found(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        rows = [(str(number), b"x") for number in range(1200)]
        kept.put("fragments", rows)
        wanted = [key for key, _ in rows] + ["none"]
        assert sorted(kept.find("fragments", wanted)) == sorted(rows)


def test_rows_are_kept_all_or_none(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        with pytest.raises(StatecraftError):
            kept.put("fragments", [("one", b"x"), ("two", object())])
        assert list(kept.find("fragments", ["one", "two"])) == []
