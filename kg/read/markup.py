"""Markup in fields of records: elements, entities and written line breaks, wherever they stand.

A field holds the article and nothing but it, so that no main text is looked for as in a page:
blocks become lines, items of lists lines with a dash; what holds no words of it is left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Literal

from lxml import etree
from lxml import html as lxml_html
from msgspec import Struct

from kg.knowledge.names import Word
from kg.knowledge.schema import read
from kg.resources import ontology


class Elements(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`ontology/inputs/markup.toml`."""

    elements: dict[Literal["blocks", "paragraphs", "inline", "hidden"], tuple[Word, ...]]
    clutter: dict[Literal["words"], tuple[Word, ...]]
    times: dict[Literal["attributes", "properties"], tuple[Word, ...]]
    scope: dict[Literal["paths"], tuple[Word, ...]]

    @cached_property
    def blocks(self) -> frozenset[str]:
        """Elements that begin and end a line."""
        return frozenset(self.elements["blocks"])

    @cached_property
    def paragraphs(self) -> frozenset[str]:
        """Those with an empty line around them."""
        return frozenset(self.elements["paragraphs"])

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Elements that hold no words of an article."""
        return frozenset(self.elements["hidden"])

    @cached_property
    def tag(self) -> re.Pattern[str]:
        """A tag of any known element, a comment or a marked section."""
        every = sorted((re.escape(n) for names in self.elements.values() for n in names), key=len)
        names = "|".join(reversed(every))
        return re.compile(rf"</?(?:{names})(?:\s[^<>]*)?/?>|<!--|<!\[CDATA\[", re.IGNORECASE)


@cache
def known() -> Elements:
    """The elements of HTML; KnowledgeError where their table is unfit."""
    return read(ontology("inputs", "markup.toml"), Elements)


_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_WRITTEN = re.compile(r"(?<![\\:])(?:\\r\\n|\\n|\\r)+(?=[\s\\\"“‘'(\[A-Z0-9•»–—-]|$)")
_BREAKS = re.compile(r"\\r\\n|\\n|\\r")
_ESCAPED = re.compile(r"\\\"|\\u[0-9a-fA-F]{4}")
_ESCAPES = 2  # one by itself may be what somebody wrote
_WRITTEN_SIGNS = re.compile(r"\\t|\\([\"'/])|\\u([0-9a-fA-F]{4})")
_ROUNDS = 3
"""Markup that is escaped twice, as by a feed within a feed, is met; thrice is not."""
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")
_MANY = re.compile(r"\n{3,}")
PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
"""How a text begins that is a page, with menus and teasers around its article."""


def plain(text: str) -> str:
    """The text without markup; as it is, to the letter, where it has none.

    Raises lxml's errors where the parser gives up.
    """
    for _ in range(_ROUNDS):
        text = _CDATA.sub(r"\1", text)
        if known().tag.search(text):
            text = lines(fragment(text))
        elif _ENTITY.search(text):
            text = html.unescape(text).replace("\xa0", " ")
        else:
            break
    return _without_written(text)


def label(text: str) -> str:
    """A title or name without markup, on one line."""
    return " ".join(plain(text).split()) if "<" in text or "&" in text else text


def lines(tree: lxml_html.HtmlElement) -> str:
    """The words below an element, blocks as lines, items of lists with a dash."""
    return _tidy("".join(_walk(tree)))


def fragment(text: str) -> lxml_html.HtmlElement:
    """The tree of a fragment of HTML, below one `div`."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = f"<html><body><div>{text}</div></body></html>".encode("utf-8", "replace")
    root = lxml_html.document_fromstring(data, parser=parser)
    body = root.find("body")
    return root if body is None else body


def _walk(element: lxml_html.HtmlElement) -> Iterator[str]:
    """The words in order; no recursion, for elements nest as deep as they like."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        name = node.tag if isinstance(node.tag, str) else ""
        if event == "end":
            yield _end(name)
            yield _blank(node.tail or "") if node is not element else ""
        elif name in known().hidden or not name or "hidden" in node.attrib:
            walker.skip_subtree()
        else:
            yield _start(name) + _blank(node.text or "")


def _start(name: str) -> str:
    if name in known().paragraphs:
        return "\n\n"
    special = {"br": "\n", "li": "\n- ", "td": " ", "th": " "}
    return special.get(name, "\n" if name in known().blocks else "")


def _end(name: str) -> str:
    if name in ("td", "th", "br") or name not in known().blocks:
        return ""
    return "\n\n" if name in known().paragraphs else "\n"


def _blank(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _tidy(text: str) -> str:
    text = _LINES.sub("\n", _BLANKS.sub(" ", text))
    text = re.sub(r"\n-\s*\n(?=[^\s-])", "\n- ", text)  # the words of the item are a block in it
    text = re.sub(r"\n- *(?=\n|$)", "\n", text)
    return _MANY.sub("\n\n", text).strip()


def _without_written(text: str) -> str:
    """Line breaks, quotation marks and letters that were escaped once too often, as themselves."""
    if "\\" not in text:
        return text
    broken = _WRITTEN.sub(lambda match: "\n" * len(_BREAKS.findall(match[0])), text)
    if broken == text and len(_ESCAPED.findall(text)) < _ESCAPES:
        return text
    joined = _WRITTEN_SIGNS.sub(_sign, broken).encode("utf-16", "surrogatepass")
    return joined.decode("utf-16", "replace")


def _sign(match: re.Match[str]) -> str:
    return chr(int(match[2], 16)) if match[2] else match[1] or " "
