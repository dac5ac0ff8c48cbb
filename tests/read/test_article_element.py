import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from kg.read.article_element import article_text
from tests.read.samples import PROSE

STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
MENU = "<ul>" + "<li><a href='/x'>Sport and the weather in every region</a></li>" * 30 + "</ul>"


def text(body: str) -> str:
    return article_text(html.document_fromstring(f"<html><body>{body}</body></html>"))


@pytest.mark.parametrize(
    "body",
    [
        f"{MENU}<article>{STORY}</article>",
        f"{MENU}<main><p>Weather: rain.</p></main><div itemprop='articleBody'>{STORY}</div>",
        f"<div role='main'>{MENU}<div>{STORY}</div></div>",
        f"<div>{MENU}</div><div class='story'>{STORY}</div><div><p>All rights reserved.</p></div>",
        f"<article><a href='/y'>A teaser</a></article><article>{STORY}</article>",
        f"<form action='/x'>{MENU}<article class='with-ads'>{STORY}</article></form>",
        f"<div class='related'><article>{STORY}</article></div>",
        f"<article>{STORY}<aside><p>Read also this.</p></aside>"
        "<div class='share-links'><p>Share it</p></div></article>",
    ],
)
def test_the_story_is_found_without_what_is_around_it(body):
    found = text(body)
    assert all(paragraph in found for paragraph in PROSE)
    for words in ("Sport", "Weather", "rights reserved", "Read also", "Share", "teaser"):
        assert words not in found


def test_paragraphs_are_parted_and_lists_keep_their_items():
    assert text(f"<article>{STORY}<ul><li>one</li><li>two</li></ul></article>").split("\n\n") == [
        *PROSE, "- one", "- two",
    ]  # fmt: skip


def test_a_page_of_bare_words_is_its_own_article():
    assert text("Eritrea denied it.<br>Norway did not.") == "Eritrea denied it.\nNorway did not."


@given(st.text(alphabet="<>/paritcle dvu='&;!-x", max_size=200))
def test_no_page_breaks_it(words):
    assert isinstance(text(f"<p>x</p>{words}"), str)
