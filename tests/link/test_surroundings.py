import pytest

from kg.errors import KnowledgeError
from kg.link import surroundings
from kg.link.surroundings import has_headline, names, paragraph, sentence, weight
from kg.model import Article, Evidence
from tests.link.claims import claim

TEXT = "Troops on the move\n\nChad waits. Eritrea sent men to Kassala. “It denies it.” Rain fell."
ARTICLE = Article("a", TEXT)


def words(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(quote, start, start + len(quote))


def test_the_sentence_around_a_trigger():
    quote, trigger = words("Eritrea sent men"), words("sent")
    given = claim("a", 0, evidence=quote, trigger=trigger)
    said, start = sentence(given, ARTICLE)
    assert said == "Eritrea sent men to Kassala."
    assert TEXT[start : start + len(said)] == said


def test_without_the_text_it_is_the_quote():
    quote = words("Eritrea sent men")
    given = claim("a", 0, evidence=quote, trigger=words("sent"))
    for article in (None, Article("a", "Another text that is long enough to hold those places.")):
        assert sentence(given, article) == (quote.quote, quote.start)


def test_names_are_the_capitals_behind_the_first_word():
    assert names("Eritrea sent men to Kassala, it said") == {"kassa"}


def test_lines_above_are_counted_where_they_have_words():
    assert paragraph(ARTICLE, TEXT.index("Troops")) == 0
    assert paragraph(ARTICLE, TEXT.index("Rain")) == 1
    assert paragraph(Article("a", TEXT, body=TEXT.index("Chad")), TEXT.index("Rain")) == 0


@pytest.mark.parametrize(
    ("text", "has"),
    [(TEXT, True), ("Chad waits.\nMore.", False), ("Who waits?", False), ("word " * 50, False)],
)
def test_a_first_line_that_ends_like_no_sentence_is_a_headline(text, has):
    assert has_headline(Article("a", text)) == has


def test_rare_words_weigh_more():
    shares = surroundings._shares()
    often = max(shares, key=shares.__getitem__)
    assert 0 <= weight(often) < 0.5 < weight("kassa") == weight("no such stem") == 1.0


def test_a_table_with_other_columns_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "frequencies.csv"
    path.write_text("stem,often\nmen,0.5\n")
    monkeypatch.setattr(surroundings, "ontology", lambda *parts: path)
    with pytest.raises(KnowledgeError, match="share"):
        surroundings._shares.__wrapped__()
