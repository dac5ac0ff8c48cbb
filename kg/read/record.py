"""What travels inside the room: an input to open, and a record that a reader found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Literal, TypeAlias

from kg.model import Unread
from kg.read.index import Row


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read. `shown` is how messages call it; `name` that of its only article.

    `row` is what the `index.csv` beside it says.
    """

    path: Path
    shown: str
    name: str
    row: Row = field(default_factory=lambda: Row(""))


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of the web tells of its article."""

    title: str = ""
    published: date | None = None
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its reader found it, before limits, date, language and name are looked at.

    `content` is text, or the bytes of a page with the `charset` that came with them,
    which give way to its text and `page`. `place` says
    where in the file it lies ("line 17"), "" for the whole of it. `name` is set where the file is
    the article, else the name is made of `id`, `url` or content. `body` is where its prose begins.
    `part` is the name of an entry within its page, whose `page.published` goes before all else.
    `fetched` is when the record was taken from where it lay.
    """

    file: str
    content: str | bytes
    place: str = ""
    name: str = ""
    charset: str = ""
    title: str = ""
    published: str = ""
    url: str = ""
    publisher: str = ""
    id: str = ""
    language: str = ""
    body: int = 0
    page: Page = Page()
    part: str = ""
    fetched: str = ""

    @property
    def source(self) -> str:
        """Where it lies, as messages and `Article.source` have it."""
        return f"{self.file} {self.place}".rstrip()

    def unread(self, reason: str, remedy: str) -> Unread:
        """That this record gives no article."""
        return Unread(self.source, reason, remedy)


RemarkKind = Literal["undated", "placeholder", "unused", "removed", "cut", "timeless"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be told of a record beside its article: a date that could not be used, a field
    that was passed over, a text that its service took back or cut off.
    """

    kind: RemarkKind
    file: str
    place: str
    value: str = ""


Found: TypeAlias = Record | Unread | Remark | None
"""What a reader gives; None where a record is passed over, so that who waits sees it goes on."""


def whole(given: Input, stream: BufferedReader, most: int, remedy: str) -> bytes | Unread:
    """The bytes of a file that is one record; Unread with `remedy` where they are over `most`."""
    data = stream.read(most + 1)
    if len(data) <= most:
        return data
    return Unread(given.shown, f"it is larger than {most:,} bytes", remedy)
