"""What news services answer and archives dump is read as it comes, under any ending of JSON."""

import json

import pytest

from kg.model import Article, Unread
from kg.read.inputs import read
from kg.read.options import Columns, ReadOptions
from tests.read import samples, services
from tests.read.services import SHAPES, TITLE, WORDS


def written(path, value, **options):
    path.write_text(json.dumps(value, ensure_ascii=False, **options), encoding="utf-8")
    return path


def articles(path, options=None):
    return [item for item in read([path], options) if isinstance(item, Article)]


def check(found, wanted):
    assert len(found) == wanted.number
    first = next(article for article in found if article.text.startswith(WORDS))
    day = first.published.isoformat() if first.published else None
    assert (first.text, first.title, day, first.publisher) == (
        wanted.text,
        wanted.title,
        wanted.day,
        wanted.publisher,
    )


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_service_answers_is_read(tmp_path, shape, indent):
    value, wanted = SHAPES[shape]
    check(articles(written(tmp_path / "a.json", value, indent=indent)), wanted)


@pytest.mark.parametrize("shape", SHAPES)
def test_an_answer_a_line_is_read_alike(tmp_path, shape):
    value, wanted = SHAPES[shape]
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(value)}\n\n")
    check(articles(tmp_path / "a.jsonl"), wanted)


def test_a_document_over_lines_that_is_called_lines_is_read(tmp_path):
    written(tmp_path / "a.jsonl", services.NEWSAPI, indent=1)
    assert len(articles(tmp_path / "a.jsonl")) == 1


def test_lines_longer_than_a_buffer_are_lines_under_any_ending(tmp_path):
    rows = [{"id": f"n{n}", "text": f"{WORDS} " * 500} for n in range(3)]
    (tmp_path / "a.json").write_bytes(samples.jsonl(rows))
    assert [article.name for article in articles(tmp_path / "a.json")] == ["n0", "n1", "n2"]


@pytest.mark.parametrize("column", ["words", "articles.words"])
def test_a_field_that_is_named_is_found_on_the_shelf(tmp_path, column):
    value = {"articles": [{"words": WORDS, "text": "Not this.", "date": "2024-05-11"}]}
    path = written(tmp_path / "a.json", value)
    (article,) = articles(path, ReadOptions(columns=Columns(text=column)))
    assert article.text == WORDS


def test_an_item_that_holds_nothing_costs_itself_alone(tmp_path):
    good = {"text": WORDS, "date": "2024-05-11"}
    path = written(tmp_path / "a.json", {"articles": [good, None, 7, {"a": 1}, {"text": ""}]})
    items = list(read([path]))
    assert sum(isinstance(item, Article) for item in items) == 1
    reasons = {
        item.source.rpartition(" ")[2]: item.reason for item in items if isinstance(item, Unread)
    }
    assert list(reasons) == ["2", "3", "4", "5"]
    assert "a JSON NoneType" in reasons["2"] and "its fields are a" in reasons["4"]


def test_line_ends_within_strings_and_loose_backslashes_are_read(tmp_path):
    (tmp_path / "a.json").write_text('[{"text": "It\\\'s said\nthat \\x they left.", "id": "a"}]')
    (article,) = articles(tmp_path / "a.json")
    assert article.text == "It\\'s said\nthat \\x they left."


def test_comments_and_pictures_of_an_article_are_no_articles(tmp_path):
    value = {
        "title": TITLE,
        "comments": [{"text": "I do not believe it.", "date": "2024-05-12"}],
        "images": [{"url": "a.jpg", "title": "A tank", "date": "2024-05-10"}],
        "text": WORDS,
    }
    assert [article.text for article in articles(written(tmp_path / "a.json", value))] == [WORDS]


def test_what_describes_sources_is_no_article(tmp_path):
    value = {
        "sources": [{"id": "wire", "name": "The Wire", "description": "It reports.", "url": "x"}]
    }
    (unread,) = read([written(tmp_path / "a.json", value)])
    assert "it has no text" in unread.reason and "its fields are sources" in unread.reason


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"status": "ok", "totalResults": 0, "articles": []}, "its 'articles' is empty"),
        (
            {"status": "error", "code": "x", "message": "Your key is invalid."},
            "Your key is invalid.",
        ),
        ({"fault": {"message": "Rate limit", "code": 429}}, "'Rate limit'"),
    ],
)
def test_an_answer_without_articles_says_so(tmp_path, value, reason):
    (unread,) = read([written(tmp_path / "a.json", value)])
    assert reason in unread.reason
