import json
from datetime import date

import pytest
from lxml import html

from kg.read.about_page import about

DAY = date(2024, 10, 24)


def of(head: str, body: str = "<p>x</p>", url: str = ""):
    return about(
        html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"), url
    )


def linked(**things) -> str:
    return f'<script type="application/ld+json">{json.dumps(things)}</script>'


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-10-24T08:30:00Z">',
        '<meta name="DC.date" content="2024-10-24">',
        '<meta itemprop="datePublished" content="20241024">',
        linked(datePublished="2024-10-24T08:30:00+02:00"),
        linked(**{"@graph": [{"@type": "WebSite"}, {"datePublished": "2024-10-24"}]}),
        '<meta name="date" content="soon">' + linked(datePublished="2024-10-24"),
    ],
)
def test_the_day_is_found_wherever_it_stands(head):
    assert of(head).published == DAY


def test_the_time_on_the_page_comes_last():
    time = '<time datetime="2024-10-24">yesterday</time>'
    assert of("", time).published == DAY
    assert of('<meta name="pubdate" content="2024-10-23">', time).published == date(2024, 10, 23)
    assert of("", "<time>24 October</time>").published is None


def test_title_and_publisher():
    page = of('<meta property="og:title" content=" A \n b "><title>c | d</title>')
    assert (page.title, page.publisher) == ("A b", "")
    assert of("<title>c | d</title>", "<h1>A <i>b</i></h1>").title == "A b"
    assert of("<title>c | d</title>").title == "c | d"
    assert (
        of(linked(publisher={"@type": "Organization", "name": "The Wire"})).publisher == "The Wire"
    )
    assert of("", url="https://wire.example/a").publisher == "wire.example"


@pytest.mark.parametrize("data", ["{", "[" * 5000, "null", '"x"', '{"headline": 3}', ""])
def test_broken_data_tells_nothing(data):
    page = of(f'<script type="application/ld+json">{data}</script>')
    assert (page.title, page.published, page.publisher) == ("", None, "")
