"""Slots: those of verbs, those of nouns, and prepositions with and without the theme."""

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.slots import slots


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "lexicon"
    folder.mkdir()
    return folder / "prepositions.toml"


def test_verbs_and_nouns_share_prepositions_and_clauses(path):
    path.write_text('prepositions = ["by", "out of"]\n', encoding="utf-8")
    verb, noun = slots(path)["slot of a verb"].known, slots(path)["slot of a noun"].known
    assert {
        "by",
        "out of",
        "of theme by",
        "of theme out of",
        "self",
        "clause object",
    } <= verb & noun
    assert "subject" in verb - noun
    assert "owner" in noun - verb


def test_the_remedy_lists_each_preposition_once(path):
    path.write_text('prepositions = ["by"]\n', encoding="utf-8")
    told = slots(path)["slot of a verb"].remedy("of theme bi")
    assert told.startswith("Did you mean 'of theme by'? Allowed: arrival, by, clause, ")
    assert told.endswith("(prepositions in lexicon/prepositions.toml).")
    assert told.count("of theme by") == 1


def test_another_key_is_refused(path):
    path.write_text('words = ["by"]\n', encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"line 1: words: no such key is known here"):
        slots(path)
