"""Answers of news services and dumps of archives, in the shapes that they publish as examples.

The words are invented. Each shape comes with what its articles have to be read as: text, title,
day, publisher, and an address or id that the name goes back to.
"""

from __future__ import annotations

from dataclasses import dataclass

WORDS = "Ruritania has sent 1,500 troops to Freedonia, the foreign ministry in Strelsau said."
MORE = "Freedonia denied that it had asked for them, and called the report an invention."
TITLE = "Ruritania sends troops"
DAY = "2024-05-11"
URL = "https://wire.example/world/troops"


@dataclass(frozen=True)
class Wanted:
    """What is read of the first article of a shape."""

    text: str = WORDS
    title: str = TITLE
    day: str | None = DAY
    publisher: str = "The Wire"
    number: int = 1


NEWSAPI = {
    "status": "ok",
    "totalResults": 1,
    "articles": [
        {
            "source": {"id": None, "name": "The Wire"},
            "author": None,
            "title": TITLE,
            "description": "What happened at the border.",
            "url": URL,
            "urlToImage": None,
            "publishedAt": f"{DAY}T23:30:00Z",
            "content": f"{WORDS} {MORE[:40]}… [+3124 chars]",
        }
    ],
}
GNEWS = {
    "totalArticles": 54904,
    "articles": [
        {
            "title": TITLE,
            "description": "What happened at the border.",
            "content": f"{WORDS} {MORE[:30]}... [1234 chars]",
            "url": URL,
            "image": "https://wire.example/a.jpg",
            "publishedAt": f"{DAY}T03:40:00Z",
            "source": {"name": "The Wire", "url": "https://wire.example"},
        }
    ],
}
MEDIASTACK = {
    "pagination": {"limit": 100, "offset": 0, "count": 100, "total": 293},
    "data": [
        {
            "author": "A. N. Author",
            "title": TITLE,
            "description": WORDS,
            "url": URL,
            "source": "The Wire",
            "image": None,
            "category": "general",
            "language": "en",
            "country": "us",
            "published_at": f"{DAY}T05:48:50+00:00",
        }
    ],
}
NEWSDATA = {
    "status": "success",
    "totalResults": 1,
    "results": [
        {
            "article_id": "0f1e2d3c4b5a",
            "title": TITLE,
            "link": URL,
            "keywords": ["border"],
            "creator": ["a. n. author"],
            "video_url": None,
            "description": WORDS,
            "content": "ONLY AVAILABLE IN PAID PLANS",
            "pubDate": f"{DAY} 12:37:54",
            "pubDateTZ": "UTC",
            "source_id": "wire",
            "source_name": "The Wire",
            "source_url": "https://wire.example",
            "language": "english",
            "country": ["united states of america"],
        }
    ],
    "nextPage": "1715431074000000000",
}
CURRENTS = {
    "status": "ok",
    "news": [
        {
            "id": "e1749cf0-8a49-4729-88b2-e5b4d03464ce",
            "title": TITLE,
            "description": WORDS,
            "url": URL,
            "author": "author",
            "image": "None",
            "language": "en",
            "category": ["world"],
            "published": f"{DAY} 13:31:10 +0000",
        }
    ],
    "page": 1,
}
NEWSCATCHER = {
    "status": "ok",
    "total_hits": 1,
    "articles": [
        {
            "title": TITLE,
            "author": "A. N. Author",
            "published_date": f"{DAY} 08:01:13",
            "published_date_precision": "full",
            "link": URL,
            "clean_url": "wire.example",
            "excerpt": "What happened at the border.",
            "summary": WORDS,
            "rights": "wire.example",
            "language": "en",
            "_score": 11.6,
            "_id": "ffc9f3a4",
        }
    ],
}
EVENT_REGISTRY = {
    "articles": {
        "page": 1,
        "count": 1,
        "results": [
            {
                "uri": "8123456789",
                "lang": "eng",
                "isDuplicate": False,
                "date": DAY,
                "time": "23:58:00",
                "dateTime": f"{DAY}T23:58:00Z",
                "dateTimePub": f"{DAY}T23:57:00Z",
                "dataType": "news",
                "url": URL,
                "title": TITLE,
                "body": f"{WORDS}\n\n{MORE}",
                "source": {"uri": "wire.example", "dataType": "news", "title": "The Wire"},
                "authors": [{"name": "A. N. Author", "type": "author"}],
            }
        ],
    }
}
WEBZ = {
    "posts": [
        {
            "thread": {
                "uuid": "a1b2",
                "url": URL,
                "site_full": "www.wire.example",
                "site": "wire.example",
                "section_title": "World",
                "title": TITLE,
                "published": f"{DAY}T14:31:00.000+03:00",
            },
            "uuid": "a1b2",
            "url": URL,
            "author": "A. N. Author",
            "published": f"{DAY}T14:31:00.000+03:00",
            "title": TITLE,
            "text": WORDS,
            "language": "english",
            "crawled": "2024-05-12T01:01:01.000+03:00",
        }
    ],
    "totalResults": 1,
    "next": "/newsApiLite?token=none",
}
AYLIEN = {
    "stories": [
        {
            "id": 5731,
            "title": TITLE,
            "body": WORDS,
            "summary": {"sentences": ["What happened."]},
            "published_at": f"{DAY}T10:00:00Z",
            "links": {"permalink": URL},
            "source": {"id": 1, "name": "The Wire", "domain": "wire.example"},
            "language": "en",
        }
    ],
    "next_page_cursor": "AoJbuB0uU3RvcnkgMzM5MjAwMDY=",
}
BING = {
    "_type": "News",
    "readLink": "https://api.example/news/search?q=troops",
    "totalEstimatedMatches": 1,
    "value": [
        {
            "name": TITLE,
            "url": URL,
            "image": {"thumbnail": {"contentUrl": "https://api.example/a"}},
            "description": WORDS,
            "provider": [{"_type": "Organization", "name": "The Wire"}],
            "datePublished": f"{DAY}T18:02:00.0000000Z",
            "category": "World",
        }
    ],
}
GDELT = {
    "articles": [
        {
            "url": URL,
            "url_mobile": "",
            "title": WORDS,
            "seendate": "20240511T181500Z",
            "socialimage": "",
            "domain": "wire.example",
            "language": "English",
            "sourcecountry": "Ruritania",
        }
    ]
}
GUARDIAN = {
    "response": {
        "status": "ok",
        "userTier": "developer",
        "total": 1,
        "results": [
            {
                "id": "world/2024/may/11/troops",
                "type": "article",
                "sectionId": "world",
                "sectionName": "World news",
                "webPublicationDate": f"{DAY}T10:10:10Z",
                "webTitle": TITLE,
                "webUrl": URL,
                "apiUrl": "https://content.example/world/2024/may/11/troops",
                "fields": {
                    "headline": TITLE,
                    "trailText": "What happened at the <strong>border</strong>",
                    "body": f"<p>{WORDS}</p> <p>{MORE}</p>",
                    "wordcount": "24",
                    "publication": "The Wire",
                    "bodyText": f"{WORDS} {MORE}",
                },
                "isHosted": False,
                "pillarName": "News",
            }
        ],
    }
}
GUARDIAN_ITEM = {
    "response": {
        "status": "ok",
        "total": 1,
        "content": {**GUARDIAN["response"]["results"][0], "blocks": {"totalBodyBlocks": 1}},
    }
}
NYT = {
    "status": "OK",
    "copyright": "Copyright (c)",
    "response": {
        "docs": [
            {
                "abstract": "What happened at the border.",
                "web_url": URL,
                "snippet": "",
                "lead_paragraph": WORDS,
                "source": "The Wire",
                "multimedia": [{"rank": 0, "subtype": "xlarge", "caption": None, "url": "a.jpg"}],
                "headline": {"main": TITLE, "kicker": None, "print_headline": "Troops"},
                "keywords": [{"name": "glocations", "value": "Freedonia", "rank": 1}],
                "pub_date": f"{DAY}T10:03:22+0000",
                "document_type": "article",
                "byline": {"original": "By A. N. Author", "person": [], "organization": None},
                "_id": "nyt://article/aaaa-1",
                "word_count": 900,
                "uri": "nyt://article/aaaa-1",
            }
        ],
        "meta": {"hits": 1, "offset": 0, "time": 13},
    },
}
NYT_TOP = {
    "status": "OK",
    "section": "World",
    "last_updated": "2024-05-12T04:08:12-04:00",
    "num_results": 1,
    "results": [
        {
            "section": "world",
            "title": TITLE,
            "abstract": WORDS,
            "url": URL,
            "uri": "nyt://article/bbbb-2",
            "item_type": "Article",
            "source": "The Wire",
            "updated_date": "2024-05-12T04:05:00-04:00",
            "created_date": f"{DAY}T05:01:00-04:00",
            "published_date": f"{DAY}T05:01:00-04:00",
        }
    ],
}
SCHEMA = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
    "headline": TITLE,
    "datePublished": f"{DAY}T08:00:00+08:00",
    "dateModified": "2024-05-12T09:20:00+08:00",
    "author": [{"@type": "Person", "name": "A. N. Author"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "The Wire", "logo": {"@type": "Thing"}},
    "articleBody": WORDS,
    "inLanguage": "en-US",
}
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "https://wire.example/#site", "name": "The Wire", "url": URL},
        {"@type": "Organization", "name": "The Wire", "description": "We report."},
        {**SCHEMA, "@id": f"{URL}#article", "@type": ["Article", "NewsArticle"]},
        {"@type": "Person", "name": "A. N. Author", "description": "She reports from Strelsau."},
        {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "World"}]},
    ],
}
EXPANDED = [
    {
        "@type": ["http://schema.org/NewsArticle"],
        "http://schema.org/headline": [{"@value": TITLE}],
        "http://schema.org/articleBody": [{"@value": WORDS, "@language": "en"}],
        "http://schema.org/datePublished": [{"@type": "xsd:date", "@value": DAY}],
        "http://schema.org/publisher": [{"http://schema.org/name": [{"@value": "The Wire"}]}],
    }
]
ITEM_LIST = {
    "@type": "ItemList",
    "itemListElement": [
        {"@type": "ListItem", "position": 1, "item": {**SCHEMA, "@id": URL}},
    ],
}
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Wire",
    "home_page_url": "https://wire.example/",
    "items": [
        {
            "id": "2",
            "url": URL,
            "title": TITLE,
            "content_html": f"<p>{WORDS}</p><p>{MORE}</p>",
            "summary": "What happened.",
            "date_published": f"{DAY}T10:00:00-05:00",
        }
    ],
}
WORDPRESS = [
    {
        "id": 157538,
        "date": f"{DAY}T10:00:52",
        "guid": {"rendered": "https://wire.example/?p=157538"},
        "modified": "2024-05-12T11:43:02",
        "slug": "troops",
        "status": "publish",
        "type": "post",
        "link": URL,
        "title": {"rendered": "Ruritania sends troops"},
        "content": {"rendered": f"\n<p>{WORDS}</p>\n\n\n\n<p>{MORE}</p>\n", "protected": False},
        "excerpt": {"rendered": "<p>What happened [&hellip;]</p>\n", "protected": False},
    }
]
ELASTIC = {
    "took": 5,
    "hits": {
        "total": {"value": 1, "relation": "eq"},
        "hits": [
            {
                "_index": "news",
                "_id": "x7",
                "_score": 1.3,
                "_source": {
                    "title": TITLE,
                    "text": WORDS,
                    "publication_date": f"{DAY}T00:00:00",
                    "media_name": "The Wire",
                },
            }
        ],
    },
}
SOLR = {
    "responseHeader": {"status": 0, "QTime": 1, "params": {"q": "troops"}},
    "response": {
        "numFound": 1,
        "start": 0,
        "docs": [
            {"id": "s1", "title": [TITLE], "content": [WORDS], "pubdate": [f"{DAY}T00:00:00Z"]}
        ],
    },
}
JSON_API = {
    "links": {"self": "https://api.example/articles"},
    "data": [
        {
            "type": "articles",
            "id": "a-1",
            "attributes": {"title": TITLE, "body": WORDS, "published_at": f"{DAY}T08:00:00Z"},
        }
    ],
}
DIFFBOT = {
    "request": {"pageUrl": URL, "api": "article"},
    "objects": [
        {
            "type": "article",
            "title": TITLE,
            "text": WORDS,
            "date": "Sat, 11 May 2024 00:00:00 GMT",
            "siteName": "The Wire",
            "pageUrl": URL,
            "humanLanguage": "en",
        }
    ],
}
TRAFILATURA = {
    "title": TITLE,
    "author": None,
    "hostname": "wire.example",
    "date": DAY,
    "fingerprint": "f6fd180b4ac2bb22",
    "license": None,
    "raw_text": f"{WORDS} {MORE}",
    "source": URL,
    "source-hostname": "The Wire",
    "excerpt": None,
    "text": f"{WORDS}\n{MORE}",
    "language": None,
}
NEWS_PLEASE = {
    "authors": [],
    "date_download": "2024-06-01 10:00:00",
    "date_modify": None,
    "date_publish": f"{DAY} 09:00:00",
    "description": "What happened.",
    "filename": "https%3A%2F%2Fwire.example.json",
    "language": "en",
    "maintext": WORDS,
    "source_domain": "www.wire.example",
    "title": TITLE,
    "title_page": None,
    "url": URL,
}
FUNDUS = [
    {
        "title": TITLE,
        "body": {"summary": [WORDS], "sections": [{"headline": ["Denial"], "paragraphs": [MORE]}]},
        "authors": ["A. N. Author"],
        "publishing_date": f"{DAY} 08:00:00+00:00",
        "topics": [],
    }
]
BY_ID = {"n1": {"title": TITLE, "text": WORDS, "date": DAY}, "n2": {"text": MORE, "date": DAY}}
MONGO = [
    {"_id": {"$oid": "5f"}, "title": TITLE, "text": WORDS, "date": {"$date": f"{DAY}T00:00:00Z"}}
]
PAGES = [NEWSAPI, NEWSAPI | {"articles": [{**NEWSAPI["articles"][0], "url": f"{URL}-2"}]}]
ERROR_AND_DATA = {"error": None, "payload": {"result": {"list": [[{"text": WORDS, "date": DAY}]]}}}

PARAGRAPHS = f"{WORDS}\n\n{MORE}"
SHAPES: dict[str, tuple[object, Wanted]] = {
    "NewsAPI": (NEWSAPI, Wanted()),
    "NewsAPI, the list alone": (NEWSAPI["articles"], Wanted()),
    "NewsAPI, answers in a list": (PAGES, Wanted(number=2)),
    "GNews": (GNEWS, Wanted()),
    "Mediastack": (MEDIASTACK, Wanted()),
    "NewsData": (NEWSDATA, Wanted()),
    "Currents": (CURRENTS, Wanted(publisher="")),
    "NewsCatcher": (NEWSCATCHER, Wanted(publisher="wire.example")),
    "Event Registry": (EVENT_REGISTRY, Wanted(text=PARAGRAPHS)),
    "Webz.io": (WEBZ, Wanted(publisher="wire.example")),
    "Aylien": (AYLIEN, Wanted()),
    "Bing News": (BING, Wanted()),
    "GDELT DOC": (GDELT, Wanted(title=WORDS, publisher="wire.example")),
    "Guardian": (GUARDIAN, Wanted(text=PARAGRAPHS)),
    "Guardian, one item": (GUARDIAN_ITEM, Wanted(text=PARAGRAPHS)),
    "New York Times, search and archive": (NYT, Wanted()),
    "New York Times, top stories": (NYT_TOP, Wanted()),
    "schema.org": (SCHEMA, Wanted()),
    "schema.org, a graph": (GRAPH, Wanted()),
    "schema.org, expanded": (EXPANDED, Wanted()),
    "schema.org, a list of items": (ITEM_LIST, Wanted()),
    "JSON Feed": (JSON_FEED, Wanted(text=PARAGRAPHS, publisher="")),
    "WordPress": (WORDPRESS, Wanted(text=PARAGRAPHS, publisher="")),
    "Elasticsearch": (ELASTIC, Wanted()),
    "Solr": (SOLR, Wanted(publisher="")),
    "JSON:API": (JSON_API, Wanted(publisher="")),
    "Diffbot": (DIFFBOT, Wanted()),
    "trafilatura": (TRAFILATURA, Wanted(text=f"{WORDS}\n{MORE}")),
    "news-please": (NEWS_PLEASE, Wanted(publisher="wire.example")),
    "Fundus": (FUNDUS, Wanted(text=f"{WORDS}\nDenial\n{MORE}", publisher="")),
    "articles by their ids": (BY_ID, Wanted(publisher="", number=2)),
    "MongoDB": (MONGO, Wanted(publisher="")),
    "lists in lists": (ERROR_AND_DATA, Wanted(title="", publisher="")),
}
