"""Live blogs: each entry an article of its own day, what stands around them another."""

import json
from datetime import date

import pytest

from kg.model import Article, Unread
from kg.read.inputs import read
from tests.read import samples

ONE = "Oman denied on Friday that it had sent tanks to Yemen, and called the report an invention."
TWO = "Yemen attacked the port of Salalah an hour ago, killing six people, officials in Oman said."
THREE = "Qatar will send a frigate to the Gulf of Aden today, the defence ministry in Doha said."
ENTRIES = (("u3", "2024-01-12T20:40:00Z", "Oman denies", ONE),
           ("u2", "2024-01-11T23:10:00Z", "Port attacked", TWO),
           ("u1", "2024-01-10T07:00:00Z", "Good morning", THREE))  # fmt: skip
DAYS = [date(2024, 1, 12), date(2024, 1, 11), date(2024, 1, 10)]
SECTION = (
    '<section class="post" id="{0}"><time datetime="{1}">20:40</time><h3>{2}</h3>'
    "<p>{3}</p></section>"
)
FLAT = '<h3>{2}</h3><time datetime="{1}">20:40</time><p>{3}</p>'
SHAPES = {
    "sections": SECTION,
    "items of a list": '<li><h3>{2}</h3><b><time datetime="{1}">now</time></b><p>{3}</p></li>',
    "nested": '<div class="w"><div><p><time datetime="{1}">x</time></p></div>'
    "<div><h2>{2}</h2><p>{3}</p></div></div>",
    "one after the other": FLAT,
    "times in data": '<article data-timestamp="{1}"><h4>{2}</h4><div>{3}</div></article>',
    "microdata": '<div itemprop="liveBlogUpdate"><meta itemprop="datePublished" content="{1}">'
    "<h3>{2}</h3><p>{3}</p></div>",
    "with a link and a quoted post": '<div><time datetime="{1}">x</time><h3>{2}</h3><p>{3}</p>'
    '<blockquote><a href="/x"><time datetime="2019-01-01">old</time> All</a></blockquote></div>',
}
LINKED = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    "headline": "Gulf latest",
    "datePublished": "2024-01-10T06:00:00+00:00",
    "dateModified": "2024-01-12T21:00:00+00:00",
    "liveBlogUpdate": [
        {"@type": "BlogPosting", "headline": h, "datePublished": day, "articleBody": text}
        for _, day, h, text in ENTRIES
    ],
}


def page(posts, linked=None, around=""):
    said = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked else ""
    return f"""<!DOCTYPE html><html lang="en"><head><title>Gulf latest - The Wire</title>
<meta property="article:published_time" content="2024-01-10T06:00:00Z">{said}</head><body>
<nav><a href="/">Home</a></nav><main><article><h1>Gulf latest</h1>
<p>Follow our coverage of the crisis in the Gulf of Aden.</p>{around}<div>{posts}</div>
<div class="related-stories"><p>Chad attacked Niger, and what came of it, in ten pictures.</p></div>
</article></main><footer>Subscribe to us.</footer></body></html>"""


def articles(tmp_path, html):
    (tmp_path / "live.html").write_text(html)
    return list(read([tmp_path / "live.html"]))


@pytest.mark.parametrize("linked", [None, LINKED])
@pytest.mark.parametrize("shape", SHAPES)
def test_each_entry_is_an_article_of_its_day(tmp_path, shape, linked):
    around, *entries = articles(
        tmp_path, page("".join(SHAPES[shape].format(*e) for e in ENTRIES), linked)
    )
    assert around.name == "live" and around.published == date(2024, 1, 10)
    assert around.text.startswith("Gulf latest\n\nFollow our coverage")
    assert "Chad" not in around.text and "Home" not in around.text
    assert [(a.published, a.title) for a in entries] == [
        (d, e[2]) for d, e in zip(DAYS, ENTRIES, strict=True)
    ]
    for article, entry in zip(entries, ENTRIES, strict=True):
        assert article.text.startswith(f"{entry[2]}\n\n{entry[3]}")
        assert article.name.startswith("live--") and article.published_basis == "page"


def test_names_are_ids_of_entries_and_stay_when_others_come(tmp_path):
    posts = [SECTION.format(*entry) for entry in ENTRIES]
    few = {a.name for a in articles(tmp_path, page("".join(posts[1:])))}
    assert few == {"live", "live--u2", "live--u1"}
    flat = [FLAT.format(*entry) for entry in ENTRIES]
    one, other = (
        {a.name for a in articles(tmp_path, page("".join(part)))} for part in (flat[1:], flat)
    )
    assert one < other


def test_key_points_and_headings_stand_in_the_order_of_the_page(tmp_path):
    points = "<h2>Key points</h2><ul><li>Oman says Yemen struck</li><li>Yemen denied it</li></ul>"
    around, *_ = articles(
        tmp_path, page("".join(SECTION.format(*e) for e in ENTRIES), None, points)
    )
    assert around.text.endswith("Key points\n\n- Oman says Yemen struck\n\n- Yemen denied it")


def test_entries_of_the_page_data_stand_for_those_that_a_script_would_draw(tmp_path):
    _, *entries = articles(tmp_path, page("", LINKED))
    assert [article.published for article in entries] == DAYS
    assert entries[0].text == f"Oman denies\n\n{ONE}"


def test_a_live_blog_of_days_without_times_is_read_without_a_date(tmp_path):
    posts = "".join(f"<h3>{e[2]}</h3><p><b>20:40</b> {e[3]}</p>" for e in ENTRIES)
    linked = {name: value for name, value in LINKED.items() if name != "liveBlogUpdate"}
    article, told = articles(tmp_path, page(posts, linked))
    assert isinstance(article, Article) and article.published is None
    assert isinstance(told, Unread) and "live blog of several days" in told.reason


def test_times_of_a_byline_and_of_comments_make_no_live_blog(tmp_path):
    byline = '<div><time datetime="2024-10-24">1</time><time datetime="2024-10-25">2</time></div>'
    remark = (
        '<li class="comment"><time datetime="2024-10-2{0}">x</time>'
        "<p>I do not believe a word of it.</p></li>"
    )
    html = samples.page().replace("<h1>", f"{byline}<h1>")
    html = html.replace("</article>", f"<ul>{remark.format(5)}{remark.format(6)}</ul></article>")
    (article,) = articles(tmp_path, html)
    assert (article.name, article.published) == ("live", date(2024, 10, 24))


def test_teasers_with_times_make_no_live_blog(tmp_path):
    teaser = (
        '<div><time datetime="2024-10-2{0}">x</time>'
        '<h3><a href="/x">Ten things about the sea</a></h3></div>'
    )
    html = samples.page().replace("</article>", f"{teaser.format(5)}{teaser.format(6)}</article>")
    assert len(articles(tmp_path, html)) == 1


def test_a_record_of_page_data_gives_its_entries(tmp_path):
    (tmp_path / "a.json").write_text(
        json.dumps({"@graph": [{**LINKED, "description": "The crisis."}]})
    )
    around, *entries = read([tmp_path / "a.json"])
    assert around.text == "The crisis." and around.published == date(2024, 1, 10)
    assert [(article.published, article.title) for article in entries] == [
        (day, entry[2]) for day, entry in zip(DAYS, ENTRIES, strict=True)
    ]


def test_a_field_with_entries_gives_them(tmp_path):
    body = "".join(
        f'<div class="block"><p class="block-time"><time datetime="{e[1]}">x</time></p>'
        f'<h2>{e[2]}</h2><div class="block-elements"><p>{e[3]}</p></div></div>'
        for e in ENTRIES
    )
    row = {"id": "live", "webPublicationDate": "2024-01-10T06:00:00Z", "fields": {"body": body}}
    (tmp_path / "a.json").write_text(json.dumps({"response": {"results": [row]}}))
    entries = list(read([tmp_path / "a.json"]))
    assert [(article.published, article.text) for article in entries] == [
        (day, f"{entry[2]}\n\n{entry[3]}") for day, entry in zip(DAYS, ENTRIES, strict=True)
    ]
