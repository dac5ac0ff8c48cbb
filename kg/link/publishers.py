"""Who put out each story: reports of one publisher are not independent of each other.

An article is put out by the agency that it credits, else by its outlet; an outlet counts as its
uppermost owner, so that the papers of one owner are one publisher. Copies and rewrites are one
story, and that is the agency's where one of them is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from kg.knowledge.publishers import Publishers, crediting, load
from kg.link.credits import credited
from kg.link.recall import Recall, afresh, content
from kg.link.slugs import slug
from kg.model import Article, Story

AGENCY, UNLISTED, WEB = "agency", "outlet-", "www."
STATE = "{} (state)"
"""How a state is called where it stands for all that it puts out."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who put out a report: an agency, else an owner with all its outlets, else an outlet."""

    key: str
    label: str
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Who put out an article; None where nobody knows."""

    publisher: Publisher | None


def with_publishers(
    stories: Iterable[Story], articles: Mapping[str, Article], recall: Recall = afresh
) -> tuple[Story, ...]:
    """`stories` with who put each out; "" where no article of it tells."""
    stories = list(stories)
    given = [articles[name] for story in stories for name in story.articles]
    known = recall(Found, given, lambda a: content(a.text, a.body, a.publisher, a.url), _found)
    by_name = {a.name: (a, f.publisher) for a, f in zip(given, known, strict=True) if f.publisher}
    first = [(s, _first([by_name[n] for n in s.articles if n in by_name])) for s in stories]
    return tuple(
        replace(story, publisher=one.key, published_by=one.label) if one else story
        for story, one in first
    )


def publisher(article: Article) -> Publisher | None:
    """Whose report an article is; None where nobody knows."""
    table = load()
    key = credited(article) or table.named(article.publisher) or table.of_host(_host(article))
    if key:
        return _family(table, key)
    if article.publisher:
        return Publisher(f"{UNLISTED}{slug(article.publisher)}", article.publisher)
    host = _site(_host(article))
    return Publisher(f"{UNLISTED}{slug(host)}", host) if host else None


def _found(article: Article) -> Found:
    return Found(publisher(article))


def _first(known: Sequence[tuple[Article, Publisher]]) -> Publisher | None:
    """Who put out a story, of those who put out its articles."""
    if not known:
        return None
    _, first = min(known, key=lambda k: (not k[1].is_agency, k[0].published or date.max, k[0].name))
    return first


def _family(table: Publishers, key: str) -> Publisher:
    owner = table.family(key)
    label = table.label(owner)
    called = STATE.format(label) if table.is_state(owner) else label
    return Publisher(owner, called, table.rows[key].kind == AGENCY)


def _host(article: Article) -> str:
    try:
        return (urlsplit(article.url).hostname or "").removeprefix(WEB)
    except ValueError:  # no address after all
        return ""


def _site(host: str) -> str:
    """The part of `host` that one owner has: "example.co.uk" of "news.example.co.uk"."""
    parts = host.split(".")
    own = 3 if len(parts) > 2 and parts[-2] in crediting().suffixes else 2
    return ".".join(parts[-own:])
