"""Corpora are drawn from texts, and a small one is the beginning of a large one."""

import json

import pytest

from tests.benchmarks import news
from tests.benchmarks.news import Pool, Text

DRAWN = Pool([Text("Mali sent troops to Niger.", "2024-05-01"), Text("Rain fell.", "")], [], True)


def test_each_turn_is_told_of_other_states():
    rows = list(news.articles("whole", 4, DRAWN))
    first, second, again, rain = (row["text"] for row in rows)
    assert (first, second) == (DRAWN.whole[0].words, DRAWN.whole[1].words)
    assert again != first
    assert " sent troops to " in again
    assert rain == second
    assert [row.get("published") for row in rows] == ["2024-05-01", None, "2024-05-01", None]


def test_a_small_corpus_begins_a_large_one(tmp_path):
    for name, count in (("small", 3), ("large", 4)):
        news.write(tmp_path / name, "whole", count, DRAWN)
    small, large = (tmp_path / n for n in ("small", "large"))
    assert large.read_text().startswith(small.read_text())
    assert len([json.loads(line) for line in large.read_text().splitlines()]) == 4


@pytest.mark.parametrize(
    ("paragraph", "short"),
    [
        ("Mali sends troops to Niger, and Chad says that it has seen none of them.", True),
        ("Troops arrive in Niger from Mali", False),
        ("One came at last. Two came at last. Three came in the end.", False),
        ("Rain fell.", False),
    ],
)
def test_an_item_is_one_or_two_sentences(paragraph, short):
    assert news.is_short(paragraph) is short


def test_a_clone_alone_has_texts(monkeypatch, tmp_path):
    monkeypatch.setenv("STATECRAFT_GOLD", str(tmp_path / "dev"))
    found = news.pool()
    assert not found.real
    assert found.whole
    assert found.short
