"""HTML: one page, one article. Its main text, title, date and publisher, by `main_text.py`.

The extracted text is the article's; it is kept beside the graph, and offsets count in it.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from lxml import etree, html

from kg.model import Unread
from kg.read import liveblog, markup
from kg.read.documents import documents
from kg.read.exports import Exported, exported
from kg.read.fields import View, is_typed
from kg.read.ldjson import goes_on, live_posting, things
from kg.read.main_text import finder
from kg.read.options import ReadOptions
from kg.read.record import Found, Input, Page, Record, Remark, whole

_LIBXML_DEPTH = 255
"""Elements that libxml2 nests before it stops reading, unless it is told to go on."""
_HEAD = 4096
"""Bytes in which a page must name its encoding; browsers look at 1024."""
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"})
_DOCUMENTS = re.compile(
    r"Document\s+[A-Z0-9]{3,}\d{6,}[a-z0-9]+|\d+ of \d+ DOCUMENTS|End of Document"
    r"|ProQuest document ID"
)
"""What only an export of an archive holds."""
_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The one page of the file; Unread where it is too large."""
    remedy = "Raise --max-bytes if it is one article."
    data = whole(given, stream, options.limits.size, remedy)
    yield data if isinstance(data, Unread) else Record(given.shown, data, name=given.name)


def extracted(record: Record, options: ReadOptions) -> Iterator[Record | Unread | Remark]:
    """The record with the text of its article for the bytes of its page; Unread without one.

    A live blog gives a record for what stands around its entries, and one for each of them; the
    export of an archive, one for each of its articles.
    """
    tree = _tree(record, options)
    if isinstance(tree, Unread):
        yield tree
        return
    if articles := _export(tree):
        yield from documents(articles, record)
        return
    linked, told = live_posting(tree), _linked_text(tree)
    blog = liveblog.blog(tree, linked)
    found = finder()(tree, record.url)
    page = found.page if found else Page()
    if blog:
        yield from liveblog.parts(replace(record, page=page), blog)
        return
    text = found.text if found and found.text.strip() else told
    if not text:
        yield record.unread("no article is found in the page", "Give its text as .txt.")
        return
    if linked and goes_on(linked):
        yield Remark("timeless", record.file, record.place)
        page = replace(page, published=None)
    yield replace(record, content=text, page=page)


def _export(tree: html.HtmlElement) -> tuple[Exported, ...]:
    """The articles of an export that an archive has written as a page; none where it is none."""
    text = tree.text_content()
    return exported(markup.lines(tree)) if _DOCUMENTS.search(text) else ()


def _linked_text(tree: html.HtmlElement) -> str:
    """The text of the article as it stands in the page's JSON-LD, for pages that scripts draw."""
    articles = (View(thing) for thing in things(tree) if is_typed(thing))
    texts = (markup.plain(article.first("text")) for article in articles)
    return max(texts, key=len, default="")


def _tree(record: Record, options: ReadOptions) -> html.HtmlElement | Unread:
    """The tree of a page, or why it has none that can be read."""
    data = record.content
    assert isinstance(data, bytes)  # see kg.read.worker
    if not data.strip():
        return record.unread("it is empty", "Save the page again, or remove it.")
    words = decoded(data, record.charset)
    if words is None:
        reason = "its encoding is neither the one it names nor UTF-8 nor cp1252, or is mixed"
        return record.unread(reason, "Save the page again as UTF-8.")
    tree = _parsed(words, options.limits.nesting)
    if tree is None:
        return record.unread("it is no HTML", "Save the page again, or remove it.")
    if _depth(tree) > options.limits.nesting:
        reason = f"its elements are nested over {options.limits.nesting} deep"
        return record.unread(reason, "Raise --max-nesting if it is an article.")
    return tree


def decoded(data: bytes, charset: str = "") -> str | None:
    """The page as text, by its mark, as UTF-8, by what it or its server names, or as cp1252.

    Labels are wrong more often than bytes: what is valid UTF-8 is UTF-8. None where nothing fits,
    where it is binary, or where cp1252 is only a guess and some of it is UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data, encoding)
    meta = _META.search(data[:_HEAD])
    named = [_label(charset), _label(meta[1].decode("ascii") if meta else "")]
    if b"\0" in data[:_HEAD]:
        wide = next((name for name in named if name.startswith("utf-16")), None)
        return _as(data, wide) if wide else None
    for encoding in ("utf-8", *filter(None, named)):
        text = _as(data, encoding)
        if text is not None:
            return text
    mixed = sum(_as(sequence, "utf-8") is not None for sequence in _SEQUENCE.findall(data)) > 1
    return None if mixed else _as(data, "cp1252")


def _label(name: str) -> str:
    """The encoding a label means: on the web, Latin-1 and ASCII are cp1252."""
    name = name.strip().lower()
    return "cp1252" if name in _LATIN else name


def _as(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        return None
    return None if "\0" in text else text


def _parsed(words: str, nesting: int) -> html.HtmlElement | None:
    """The tree of the page, None where there is none or where libxml2 gave up on its depth."""
    parser = html.HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=nesting > _LIBXML_DEPTH,
    )
    try:
        tree = html.document_fromstring(words.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def _depth(tree: html.HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
