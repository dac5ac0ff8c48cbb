import json

import pytest

pytest.importorskip("torch", reason="pip install 'statecraft[training]'")

from kg.training.claims.recipe import known_words, sheets


def test_the_lexicon_of_today_goes_onto_the_card():
    words = known_words()
    assert "send" in words["Deployment"]
    assert "Event" not in words
    assert all(list(lemmas) == sorted({*lemmas}) for lemmas in words.values())


def test_sheets_are_made_once_and_kept(tmp_path):
    articles = tmp_path / "articles.jsonl"
    rows = [{"id": name, "text": f"Peru sent {name} to Chile."} for name in ("troops", "tanks")]
    articles.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    made = sheets(articles, tmp_path / "kept")
    assert [name for name, _ in made] == ["troops", "tanks"]
    assert [p.event_class for p in made[0][1].proposed] == ["Deployment"]
    articles.unlink()
    assert sheets(articles, tmp_path / "kept") == made
