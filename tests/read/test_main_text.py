import sys

import pytest
from lxml import html

from kg.read import main_text
from kg.read.main_text import by_markup, by_trafilatura
from tests.read import samples

CLUTTER = ("cookies", "Read more", "Share on", "Copyright", "dataLayer", "Weather", "Ten things")


def found(finder, page: str, url: str = ""):
    return finder(html.document_fromstring(page), url)


@pytest.mark.parametrize("finder", [by_trafilatura, by_markup])
def test_either_finds_the_article_and_leaves_the_clutter(finder):
    made = found(finder, samples.page())
    assert all(paragraph in made.text for paragraph in samples.PROSE)
    assert not [words for words in CLUTTER if words in made.text]
    assert (made.page.title, made.page.publisher) == ("Ruritania denies report 1", "The Wire")
    assert str(made.page.published) == "2024-10-24"


@pytest.mark.parametrize("finder", [by_trafilatura, by_markup])
def test_a_page_without_words_has_no_article(finder):
    assert found(finder, "<html><body><script>let x = 1;</script></body></html>") is None


def test_the_markup_is_read_where_trafilatura_is_missing(monkeypatch):
    assert main_text.finder() is by_trafilatura
    monkeypatch.setattr(main_text, "find_spec", lambda name: None)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert main_text.finder() is by_markup
    assert found(by_markup, samples.page()).text
