"""The article of a page: by trafilatura where it is installed, else by the page's own markup.

trafilatura knows thousands of layouts and is `statecraft[web]`; what the markup tells is enough for
pages that mark their article, as most of the press does. The two can give other texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Final, TypeAlias

from lxml.html import HtmlElement

from kg.read.dates import FIRST_YEAR, LAST_YEAR, whole_date
from kg.read.record import Page

_DATES: Final = {
    "original_date": True,
    # A search through all the words finds the date of some other story.
    "extensive_search": False,
    # Both ends are said, as they would follow the clock, and the same page must give the same date.
    "min_date": f"{FIRST_YEAR}-01-01",
    "max_date": f"{LAST_YEAR}-12-31",
}


@dataclass(frozen=True, slots=True)
class MainText:
    """The text of a page's article, and what the page tells of it."""

    text: str
    page: Page


Finder: TypeAlias = Callable[[HtmlElement, str], MainText | None]
"""Finds the article of a page at an address ("" where it is not known); None where there is none.
The tree may be changed."""


def finder() -> Finder:
    """The better of the two that there is."""
    return by_trafilatura if find_spec("trafilatura") else by_markup


def by_trafilatura(tree: HtmlElement, url: str) -> MainText | None:
    """By trafilatura; ModuleNotFoundError where it is not installed."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - no part of a plain install
    from trafilatura.settings import Document  # noqa: PLC0415

    found = bare_extraction(
        tree,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dict(_DATES),
    )
    text = found.text if isinstance(found, Document) else None
    if not isinstance(found, Document) or not text:
        return None
    publisher = found.sitename or found.hostname or ""
    return MainText(text, Page(found.title or "", whole_date(found.date or ""), publisher))


def by_markup(tree: HtmlElement, url: str) -> MainText | None:
    """By the elements and metadata of the page."""
    from kg.read.about_page import about  # noqa: PLC0415 - only where trafilatura is missing
    from kg.read.article_element import article_text  # noqa: PLC0415

    page = about(tree, url)
    text = article_text(tree)
    return MainText(text, page) if text else None
