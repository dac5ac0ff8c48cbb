"""Pages that are written on for days: each entry with its own time, and what stands around them.

Entries are neighbours of one kind, each of which begins with a time (`ontology/inputs/markup.toml`
has the attributes), and hold most of the words of their page; or they stand in its JSON-LD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from hashlib import sha256

from lxml import html

from kg.read import dates, markup
from kg.read.fields import View, fold, known
from kg.read.record import Record

_LEAST_PROSE = 30
"""Characters of an entry without its time and its links."""
_SHARE = 0.5
"""Of the words of the article that entries hold at least; teasers of other stories hold few."""
_TOLD = 0.6
"""Share of neighbours with a time that have words as well; the times of a byline have none."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
_DIGITS = 6
"""Hexadecimal digits that tell entries of one minute apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `part` is its name within the page, `published` the time as it is written."""

    part: str
    published: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Blog:
    """A live blog: the text around its entries, in the page's order, and the entries in theirs."""

    text: str
    entries: tuple[Entry, ...]
    title: str = ""


def blog(tree: html.HtmlElement, linked: Mapping[str, object] | None = None) -> Blog | None:
    """The live blog that a page is, `linked` being what its JSON-LD says; None where it is none."""
    scope = _scope(tree)
    _clear(scope)
    found = _neighbours(scope)
    declared = linked is not None
    if found and (declared or _prose(found) >= _SHARE * _size(scope)):
        entries = tuple(_entry(group) for group in found)
        if len({entry.published for entry in entries}) > 1 or declared:
            for group in found:
                for element in group:
                    element.drop_tree()
            return Blog(markup.lines(scope), entries, _title(linked))
    return _linked(scope, linked) if linked else None


def parts(record: Record, found: Blog) -> Iterator[Record]:
    """The articles of a live blog: what stands around its entries, if anything, and each entry."""
    title = found.title or record.page.title
    record = replace(record, page=replace(record.page, title=title))
    if found.text.strip() not in ("", title, record.title):
        yield replace(record, content=found.text)
    for entry in found.entries:
        day = dates.published(entry.published)
        page = replace(record.page, title=entry.title or title, published=day)
        yield replace(record, content=entry.text, page=page, part=entry.part)


def updates(linked: Mapping[str, object]) -> tuple[Entry, ...]:
    """The entries that stand in the JSON-LD of a live blog, those with words and a time."""
    names = {fold(name) for name in known().types["updates"]}
    listed = next((value for name, value in linked.items() if fold(name) in names), None)
    found = []
    for update in listed if isinstance(listed, list) else [listed]:
        if not isinstance(update, dict):
            continue
        view = View(update)
        text, day = markup.plain(view.first("text")), view.published()
        if text and dates.published(day):
            title = markup.label(view.first("title"))
            words = text if not title or text.startswith(title) else f"{title}\n\n{text}"
            found.append(Entry(_part("", day, words), day, title, words))
    return tuple(found)


def _linked(scope: html.HtmlElement, linked: Mapping[str, object]) -> Blog | None:
    """The blog by its JSON-LD; of the page, the lines that no entry holds."""
    entries = updates(linked)
    if not entries:
        return None
    held = " ".join(" ".join(entry.text.split()) for entry in entries)
    lines = (line for line in markup.lines(scope).splitlines())
    kept = [line for line in lines if not line or " ".join(line.split()) not in held]
    return Blog(re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip(), entries, _title(linked))


def _title(linked: Mapping[str, object] | None) -> str:
    return markup.label(View(linked).first("title")) if linked else ""


def _scope(tree: html.HtmlElement) -> html.HtmlElement:
    """A copy of the part of the page that holds its article."""
    for path in markup.known().scope["paths"]:
        found = max(tree.xpath(path), key=_size, default=None)
        if found is not None:
            return deepcopy(found)
    return deepcopy(tree)


def _clear(scope: html.HtmlElement) -> None:
    """Take out menus, teasers, comments and the like, unless that were most of the page."""
    clutter, most = frozenset(markup.known().clutter["words"]), _size(scope) * _SHARE
    hidden = markup.known().hidden - {"meta"}
    for element in list(scope.iter()):
        if element is scope or not isinstance(element.tag, str):
            continue
        named = f"{element.get('class', '')} {element.get('id', '')}".lower()
        is_clutter = element.tag in hidden or not clutter.isdisjoint(re.split(r"[^a-z]+", named))
        if is_clutter and element.getparent() is not None and _size(element) <= most:
            element.drop_tree()


def _neighbours(scope: html.HtmlElement) -> list[list[html.HtmlElement]]:
    """The entries, each as the elements that it is made of; none where there are not two."""
    held: dict[html.HtmlElement, dict[html.HtmlElement, None]] = {}
    for element in scope.iter():
        if isinstance(element.tag, str) and _time(element):
            child = element
            while child is not scope and (above := child.getparent()) is not None:
                held.setdefault(above, {}).setdefault(child)
                child = above
    best: list[list[html.HtmlElement]] = []
    for above, dated in held.items():
        groups = _groups(above, list(dated))
        told = [group for group in groups if _prose([group]) >= _LEAST_PROSE]
        if len(told) > max(1, _TOLD * len(groups)) and _prose(told) > _prose(best):
            best = told
    return best


def _groups(above: html.HtmlElement, dated: list[html.HtmlElement]) -> list[list[html.HtmlElement]]:
    """Each neighbour with a time, and where these hold nothing else, what follows it."""
    if len(dated) < 2:
        return []
    told = sum(_prose([[element]]) >= _LEAST_PROSE for element in dated)
    if told > _TOLD * len(dated):
        return [[element] for element in dated]
    children = list(above)
    starts = [children.index(element) for element in dated]
    starts = [n - (n > 0 and children[n - 1].tag in _HEADINGS) for n in starts]
    ends = [*starts[1:], len(children)]
    return [children[start:end] for start, end in zip(starts, ends, strict=True)]


def _time(element: html.HtmlElement) -> str:
    """When an element says that something was written; "" where it does not."""
    table = markup.known().times
    values = [element.get(name) for name in table["attributes"]]
    if element.get("itemprop") in table["properties"]:
        values.append(element.get("content"))
    return next((value for value in values if value and dates.published(value)), "")


def _prose(groups: list[list[html.HtmlElement]]) -> int:
    """Characters of the groups, those of links and times left out."""
    total = 0
    for element in (element for group in groups for element in group):
        inside = element.xpath(".//a | .//time")
        total += _size(element) * (element.tag not in ("a", "time")) - sum(map(_size, inside))
    return total


def _size(element: html.HtmlElement) -> int:
    return len(element.text_content())


def _entry(group: list[html.HtmlElement]) -> Entry:
    found = (told for element in group for each in element.iter() if (told := _time(each)))
    published = next(found, "")
    title = next((e.text_content() for element in group for e in element.iter(*_HEADINGS)), "")
    for element in group:
        for time in [e for e in element.iter("time") if e is not element]:
            time.drop_tree()
    words = "\n\n".join(
        filter(None, (markup.lines(e).removeprefix("- ") for e in group if e.tag != "time"))
    )
    anchor = next((e.get("id") or e.get("data-id") or "" for e in group), "")
    return Entry(_part(anchor, published, words), published, " ".join(title.split()), words)


def _part(anchor: str, published: str, words: str) -> str:
    """The name of an entry within its page: its id, else its time and words."""
    if _SAFE.fullmatch(anchor):
        return anchor
    digest = sha256(words.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{re.sub(r'[^0-9]', '', published)[:12]}-{digest}"
