"""How inputs are read: limits against bad input, which column is what, and the format."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

DEFAULT_BYTES = 10_000_000
"""A page of the web with its scripts inside reaches some megabytes; no article's text does."""
DEFAULT_CHARACTERS = 200_000
"""Thirty thousand words. Long reads end below a third of it; beyond lie lists, books and dumps."""
DEFAULT_LINE = 100_000
"""A line is parsed at once: one of this length takes 790 MB, a hundred of a hundredth 340 MB."""
DEFAULT_NESTING = 200
"""Pages that people read nest their elements some dozens deep; libxml2 cuts at 256 or 2048."""
DEFAULT_EXPANSION = 200
"""Text shrinks to a third or a tenth, a feed of like records to a fiftieth, a bomb to 1/1000."""
DEFAULT_SECONDS = 20.0
"""For one page: a thousand with the scripts that pages have took 0.03 each, none a whole one."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is declined rather than read, each for one article.

    `size` is bytes of its file or record, `characters` and `line` code points of its text, and of
    its longest line, `nesting` the depth of elements or brackets, `expansion` how many times larger
    than the compressed file, `seconds` the time of work
    that a page or record may take.
    """

    size: int = DEFAULT_BYTES
    characters: int = DEFAULT_CHARACTERS
    line: int = DEFAULT_LINE
    nesting: int = DEFAULT_NESTING
    expansion: int = DEFAULT_EXPANSION
    seconds: float = DEFAULT_SECONDS


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column or field of a record holds what; None: one of the usual names.

    A dot leads into nested fields of JSON: `meta.date`.
    """

    text: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    id: str | None = None
    language: str | None = None

    def named(self) -> dict[str, str]:
        """What the user named: slot to column."""
        pairs = ((slot.name, getattr(self, slot.name)) for slot in fields(self))
        return {slot: column for slot, column in pairs if column is not None}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Everything that decides how an input is read; equal options give equal articles.

    `format` is the name of a reader, for inputs whose ending does not tell; `encoding` that of
    plain text, JSON Lines and CSV; `date_format` a pattern of `strptime` for dates of metadata;
    `any_language` reads also what is not detected as English.
    """

    limits: Limits = field(default_factory=Limits)
    columns: Columns = field(default_factory=Columns)
    format: str | None = None
    encoding: str = "utf-8"
    date_format: str | None = None
    any_language: bool = False
