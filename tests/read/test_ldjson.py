"""What pages say of themselves in JSON-LD; broken scripts cost themselves alone."""

import pytest
from lxml import html

from kg.read.ldjson import goes_on, is_live, live_posting, things

LIVE = '{"@type": "LiveBlogPosting", "headline": "A", "datePublished": "2024-01-10"}'


def page(*scripts, body=""):
    said = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return html.document_fromstring(f"<html><head>{said}</head><body>{body}<p>x</p></body></html>")


def test_things_come_outermost_first_and_broken_scripts_are_passed_over():
    tree = page("{", '{"@type": "A", "b": {"@type": "B"}}', "[" * 100_000)
    assert [thing["@type"] for thing in things(tree)] == ["A", "B"]


@pytest.mark.parametrize("script", [LIVE, f'{{"@graph": [{{"@type": "WebPage"}}, {LIVE}]}}'])
def test_a_live_blog_is_found_wherever_it_stands(script):
    assert live_posting(page(script))["headline"] == "A"


def test_microdata_declares_one_too_and_other_pages_are_none():
    live = page(body='<div itemtype="https://schema.org/LiveBlogPosting"></div>')
    assert live_posting(live) == {}
    assert live_posting(page('{"@type": "NewsArticle"}')) is None


def test_updates_make_a_live_blog_of_any_type():
    assert is_live({"@type": "NewsArticle", "liveBlogUpdate": []})
    assert not is_live({"@type": "NewsArticle"})


def test_a_blog_goes_on_where_its_days_differ():
    assert goes_on({"datePublished": "2024-01-10", "dateModified": "2024-01-12T10:00:00Z"})
    assert not goes_on({"datePublished": "2024-01-10", "dateModified": "2024-01-10T23:00:00Z"})
