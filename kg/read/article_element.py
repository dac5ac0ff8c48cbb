"""The element of a page that holds its article, and the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from kg.read.about_page import markup
from kg.read.markup import known, lines

_WORDS: Final = re.compile(r"[a-z0-9]+")
_MOST: Final = 0.3
"""The share of a page's words that an element may hold and be left out as a form, aside or ad: a
whole article can stand in a form, or in an element called "with-ads"."""
_BARE: Final = 0.2
"""The share of a list's words outside its links below which it is a menu."""
_LEAST: Final = 140
"""Characters of an article: what a page marks as one and is shorter is a teaser or a caption."""


def article_text(tree: HtmlElement) -> str:
    """The words of the article, blocks as lines; "" where the page holds none. Changes the tree."""
    hidden = [node for node in tree.iter() if node.tag in known().hidden or "hidden" in node.attrib]
    _drop(tree, [node for node in hidden if next(node.iter("p"), None) is None])
    whole = _weight(tree)
    beside = (*hidden, *_banners(tree), *_menus(tree), *_clutter(tree))
    _drop(tree, [node for node in beside if _weight(node) <= _MOST * whole])
    return lines(_article(tree))


def _article(tree: HtmlElement) -> HtmlElement:
    """The heaviest element of the surest mark; else what holds most paragraphs, else the page."""
    for marked in _marked(tree):
        heaviest = max(marked, key=_weight)
        if _weight(heaviest) >= _LEAST:
            return heaviest
    weights: dict[HtmlElement, int] = {}
    for node in tree.iter("p"):
        parent = node.getparent()
        if parent is not None:
            weights[parent] = weights.get(parent, 0) + _weight(node)
    heaviest = max(weights, key=lambda node: weights[node], default=tree)
    body = tree.find("body")
    enough = weights.get(heaviest, 0) * 2 >= _weight(tree)
    return heaviest if enough or body is None else body


def _marked(tree: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Elements that are marked as the article, those of a surer mark first; no empty list."""
    marks = markup().article
    for attribute in ("itemprop", "role"):
        if attribute == "role":
            for name in marks["elements"]:
                if found := list(tree.iter(name)):
                    yield found
        names = set(marks[attribute])
        if found := [
            node for node in tree.iter() if names & set((node.get(attribute) or "").split())
        ]:
            yield found


def _banners(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The heads of the page; an article may have one of its own."""
    for node in tree.iter("header"):
        if not any(above.tag == "article" for above in node.iterancestors()):
            yield node


def _menus(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Lists and tables that are hardly more than links."""
    for node in tree.iter("ul", "ol", "dl", "table"):
        if _weight(node) <= _BARE * len(node.text_content()):
            yield node


def _clutter(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Elements whose class or id says that they are no part of an article."""
    clutter = set(known().clutter["words"])
    for node in tree.iter():
        called = f"{node.get('class') or ''} {node.get('id') or ''}".lower()
        if clutter & set(_WORDS.findall(called)):
            yield node


def _drop(tree: HtmlElement, nodes: list[HtmlElement]) -> None:
    for node in nodes:
        if node is not tree and node.tag != "body" and node.getparent() is not None:
            node.drop_tree()


def _weight(node: HtmlElement) -> int:
    """Characters outside links: menus and teasers are made of these."""
    linked = sum(len(link.text_content()) for link in node.iter("a"))
    return len(node.text_content().strip()) - linked
