"""RSS 0.91 to 2.0, RSS 1.0 and Atom, as sites hand them out and as the standards show them."""

from datetime import date

import pytest

from kg.model import Article, Unread
from kg.read.inputs import read

ONE = "Oman denied on Friday that it had sent tanks to Yemen."
TWO = "Yemen said 1,500 soldiers had crossed the border."
URL = "https://wire.example/a/denial"
DAY = date(2024, 5, 10)

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- generator -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Wire</title><link>https://wire.example/</link><language>en-us</language>
<atom:link href="https://wire.example/feed" rel="self"/>
<lastBuildDate>Sat, 11 May 2024</lastBuildDate>
<image><title>A logo</title><url>a.png</url></image>
<item><title>Oman&#8217;s denial</title><link>{URL}</link><dc:creator>A. N. Author</dc:creator>
<pubDate>Fri, 10 May 2024 18:00:00 +0000</pubDate><guid isPermaLink="false">https://wire.example/?p=7</guid>
<description><![CDATA[<p>What happened [&#8230;]</p>]]></description>
<content:encoded><![CDATA[<p>{ONE}</p><ul><li>{TWO}</li></ul>]]></content:encoded>
<media:title>A picture</media:title><media:content url="a.jpg"/></item>
<item><title>Second</title><guid>{URL}/2</guid><description>&lt;p&gt;{TWO}&lt;/p&gt;</description>
<dc:date>2024-05-10T10:00:00Z</dc:date></item>
</channel></rss>"""
RSS1 = f"""<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://wire.example/rss"><title>The Wire</title><items/></channel>
<item rdf:about="{URL}"><title>Oman's denial</title><link>{URL}</link>
<description>{ONE}</description><dc:date>2024-05-10</dc:date></item></rdf:RDF>"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title type="text">The Wire</title><updated>2024-05-12T12:29:29Z</updated>
<entry><title type="html">Oman&amp;rsquo;s denial</title>
<link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="{URL}"/>
<id>tag:wire.example,2024:3.2397</id><updated>2024-05-12T12:29:29Z</updated>
<published>2024-05-10T08:29:29-04:00</published><author><name>A. N. Author</name></author>
<summary>What happened.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{ONE}</p><p>{TWO}</p></div></content>
</entry>
<entry><title>Second</title><link href="{URL}/2"/><id>{URL}/2</id>
<updated>2024-05-10T12:29:29Z</updated>
<content type="html">&lt;p&gt;{TWO}&lt;/p&gt;</content></entry>
</feed>"""
FEEDS = {
    "RSS 2.0": (RSS, [f"{ONE}\n\n- {TWO}", TWO]),
    "RSS 1.0": (RSS1, [ONE]),
    "Atom": (ATOM, [f"{ONE}\n\n{TWO}", TWO]),
}


@pytest.mark.parametrize("ending", ["rss", "xml", "atom", "php"])
@pytest.mark.parametrize("name", FEEDS)
def test_an_item_is_an_article(tmp_path, name, ending):
    feed, texts = FEEDS[name]
    (tmp_path / f"feed.{ending}").write_text(feed)
    found = list(read([tmp_path / f"feed.{ending}"]))
    assert [article.text for article in found] == texts
    assert {article.published for article in found} == {DAY}
    assert {article.publisher for article in found} == {"The Wire"}
    assert found[0].title in ("Oman’s denial", "Oman's denial") and found[0].url == URL
    assert [article.source.rpartition("item ")[2] for article in found] == ["1", "2"][: len(found)]


def test_a_feed_in_another_language_is_declined(tmp_path):
    (tmp_path / "a.rss").write_text(RSS.replace("en-us", "de"))
    assert ["'de'" in item.reason for item in read([tmp_path / "a.rss"])] == [True, True]


def test_a_feed_with_mistakes_is_read_all_the_same(tmp_path):
    feed = RSS.replace("<dc:creator>", "<dc:creator>A & B &nbsp; <b>").replace(
        "dc:date>", "dc:date>\n"
    )
    (tmp_path / "a.rss").write_text(feed)
    assert sum(isinstance(item, Article) for item in read([tmp_path / "a.rss"])) >= 1


def test_a_feed_that_is_cut_off_keeps_what_is_whole(tmp_path):
    (tmp_path / "a.rss").write_text(RSS[: RSS.index("&lt;/p&gt;</description>")])
    article, told = read([tmp_path / "a.rss"])
    assert isinstance(article, Article) and article.text.startswith(ONE)
    assert isinstance(told, Unread) and "cut off" in told.reason


def test_other_xml_is_refused_by_name(tmp_path):
    (tmp_path / "a.xml").write_text("<newsitem><text>Words.</text></newsitem>")
    (told,) = read([tmp_path / "a.xml"])
    assert "its first element is <newsitem>" in told.reason


@pytest.mark.parametrize(
    "data", [b"", b"<?xml version='1.0'?>", b"words and words", b"<rss><channel>"]
)
def test_what_is_no_xml_is_a_line(tmp_path, data):
    (tmp_path / "a.rss").write_bytes(data)
    (told,) = read([tmp_path / "a.rss"])
    assert isinstance(told, Unread)


def test_entities_are_not_looked_up(tmp_path):
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    feed = (
        RSS.replace("<!-- generator -->", bomb)
        .replace(f"<p>{TWO}", "&b;&f;")
        .replace(TWO, f"{TWO} &b;&f;")
    )
    (tmp_path / "a.rss").write_text(feed)
    assert not any(
        "root:" in item.text for item in read([tmp_path / "a.rss"]) if isinstance(item, Article)
    )
