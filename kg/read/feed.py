"""RSS and Atom: an article an item, streamed; what the feed says of itself goes for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import Final

from lxml import etree

from kg.errors import InputError
from kg.model import Unread
from kg.read.language import ENGLISH
from kg.read.options import ReadOptions
from kg.read.record import Found, Input
from kg.read.table import records as records_of

_ATOM: Final = frozenset({"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"})
_KNOWN: Final = _ATOM | {
    "",
    "http://purl.org/rss/1.0/",
    "http://backend.userland.com/rss2",
    "http://purl.org/rss/1.0/modules/content/",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
}
"""Whose elements are read; others tell of pictures, podcasts and shops by the same names."""
_ROOTS: Final = frozenset({"rss", "RDF", "feed"})
_ITEMS: Final = frozenset({"item", "entry"})
_CHANNELS: Final = frozenset({"channel", "feed"})
_DATES: Final = frozenset({"published", "pubdate", "date", "issued", "created"})
_CHANGED: Final = ("updated", "modified")
"""Atom asks for the time of the last change alone."""
_ENDS: Final = frozenset({"end", "premature"})
"""Words of libxml2 where a document is not whole."""
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_REMEDY: Final = "Fetch it anew; what comes before is read."
_OTHER: Final = "RSS and Atom are read; of other XML, give the text."


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The article of each item, by its number.

    Mistakes in the XML are passed over as far as they can be, as they are frequent. InputError
    where the file is no feed.
    """
    feed = _Feed(given)
    held: Mapping[str, object] | None = None
    try:
        for fields in feed.items(stream):
            if held is not None:
                yield from feed.article(held, options)
            held = fields
            feed.number += 1
    except (etree.LxmlError, OSError) as error:
        rule = f"it is no XML ({str(error).splitlines()[0][:200]})"
        raise InputError(given.shown, rule, _REMEDY) from error
    if feed.is_cut:
        # the item under way may have ended with the file
        source = f"{given.shown} item {feed.number}"
        yield Unread(source, "the feed is cut off in it or behind it", _REMEDY)
    elif held is not None:
        yield from feed.article(held, options)


class _Feed:
    """A feed as far as it was read: what it says of itself, and how many items it had."""

    def __init__(self, given: Input) -> None:
        self.number = 0
        self.is_cut = False
        self._given = given
        self._about: dict[str, str] = {}

    def items(self, stream: BufferedReader) -> Iterator[dict[str, object]]:
        """The fields of each item; InputError where the file is no feed."""
        events = etree.iterparse(
            stream,
            events=("start", "end"),
            recover=True,
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
            remove_pis=True,
        )
        root = ""
        for event, element in events:
            name = _name(element)
            if not root:
                root = name
                _check_root(name, self._given)
            if event == "end" and name in _ITEMS:
                yield _fields(element)
                element.clear()
            else:
                self._describe(element, event)
        if not root:
            raise InputError(self._given.shown, "it is empty", "Fetch it again, or remove it.")
        self.is_cut = any(_ENDS & set(error.message.lower().split()) for error in events.error_log)

    def article(self, fields: Mapping[str, object], options: ReadOptions) -> Iterator[Found]:
        """The article of an item, the last one that was counted."""
        made = dict(fields)
        made.setdefault("publisher", self._about.get("title", ""))
        language = self._about.get("language", ENGLISH)
        # one that says it is English may carry other languages; one that says it is not, is not
        if not language.lower().startswith(ENGLISH):
            made.setdefault("language", language)
        yield from records_of(made, options.columns, self._given.shown, f"item {self.number}")

    def _describe(self, element: etree._Element, event: str) -> None:
        """Take title and language of the feed itself."""
        above = element.getparent()
        if event == "start" and element.get(_LANG) and _name(element) in _CHANNELS:
            self._about.setdefault("language", element.get(_LANG, ""))
        told = _name(element) in ("title", "language") and (element.text or "").strip()
        if event == "end" and told and above is not None and _name(above) in _CHANNELS:
            self._about.setdefault(_name(element), told)


def _check_root(name: str, given: Input) -> None:
    if name not in _ROOTS:
        raise InputError(given.shown, f"it is no feed: its first element is <{name}>", _OTHER)


def _fields(item: etree._Element) -> dict[str, object]:
    """The fields of an item, by the local names of its elements."""
    found: dict[str, object] = {}
    for element in item:
        if not isinstance(element.tag, str) or etree.QName(element).namespace not in (
            *_KNOWN,
            None,
        ):
            continue
        name = _name(element)
        value = _address(element) if name == "link" else _words(element)
        if value and not found.get(name):
            found[name] = value
    guid = next((e for e in item if _name(e) == "guid"), None)
    if guid is not None and guid.get("isPermaLink") != "false" and not found.get("link"):
        found["link"] = guid.text or ""
    if not _DATES & {name.lower() for name in found}:
        found["published"] = next((found[name] for name in _CHANGED if name in found), "")
    return found


def _address(element: etree._Element) -> str:
    """Where a link leads, if it leads to the article."""
    if element.get("rel", "alternate") != "alternate":
        return ""
    return (element.get("href") or element.text or "").strip()


def _words(element: etree._Element) -> str:
    """The words of an element, with what markup is in it."""
    if element.get("src"):
        return ""
    if len(element) == 0:
        return element.text or ""
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    if _name(element) in ("author", "source"):
        return next(
            (child.text or "" for child in element if _name(child) in ("name", "title")), ""
        )
    return (element.text or "") + "".join(inner)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
