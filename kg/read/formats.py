"""The registry of readers: which one reads a file, by the ending of its name or its first bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from io import BufferedReader
from typing import TypeAlias

from kg.errors import InputError
from kg.read.fields import fold, known
from kg.read.options import Columns, ReadOptions
from kg.read.record import Found, Input
from kg.read.streams import ENDINGS as PACKED

Records: TypeAlias = Callable[[Input, BufferedReader, ReadOptions], Iterator[Found]]
"""A reader: what is found in an open file, in its order. What ends the whole is an InputError."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for `--format`, the endings of its files, and where its reader lies.

    `many`: a file of it may hold many articles. `guarded`: read in a process of its own, for its
    parser may hang, crash or take all memory.
    `extra`: the part of an install that it needs, where a plain one lacks it.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    function: str = "records"
    many: bool = True
    guarded: bool = True
    extra: str = ""

    def reader(self, given: Input) -> Records:
        """The reader; InputError, named after `given`, where its library is not installed."""
        try:
            module = import_module(self.module)
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("kg."):
                raise
            remedy = f"Install it: pip install 'statecraft[{self.extra}]'."
            raise InputError(given.shown, f"{error.name} is not installed", remedy) from error
        reader: Records = getattr(module, self.function)
        return reader


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("text", (".txt", ".text"), "kg.read.plain", guarded=False),
        Format("markdown", (".md", ".markdown"), "kg.read.plain", many=False, guarded=False),
        Format("html", (".html", ".htm", ".xhtml"), "kg.read.page", many=False),
        Format("jsonl", (".jsonl", ".ndjson"), "kg.read.jsonl"),
        Format("json", (".json",), "kg.read.jsonl", "document"),
        Format("csv", (".csv", ".tsv"), "kg.read.separated"),
        Format("feed", (".rss", ".atom", ".xml", ".rdf"), "kg.read.feed"),
        Format("parquet", (".parquet",), "kg.read.parquet", extra="parquet"),
        Format("warc", (".warc",), "kg.read.warc", extra="web"),
    )
}
ENDINGS = {ending: made for made in FORMATS.values() for ending in made.endings}
HEAD = 4096
"""Bytes that tell the format of a file whose ending does not."""

# one at a time: Python before 3.11.5 misreads possessive repeats, others take long on bad input
_BEFORE = re.compile(rb"\s+|<\?[^>]*>|<!--.*?-->", re.DOTALL)
_PAGE = re.compile(rb"<(?:!doctype html|html)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,60}\"\s*:")


def split_name(name: str) -> tuple[str, Format | None]:
    """`news.jsonl.gz` to `news` and its format; an unknown ending stays, and gives None."""
    lower = name.lower()
    packed = next((end for end in PACKED if lower.endswith(end)), "")
    inner = name[: len(name) - len(packed)]
    stem, dot, ending = inner.rpartition(".")
    found = ENDINGS.get(f".{ending.lower()}") if dot and stem else None
    return (stem, found) if found else (name, None)


def sniffed(head: bytes) -> Format | None:
    """The format whose files begin like this beyond doubt: WARC, Parquet, JSON, a feed, a page."""
    for start, name in ((b"WARC/", "warc"), (b"PAR1", "parquet")):
        if head.startswith(start):
            return FORMATS[name]
    words = head.removeprefix(b"\xef\xbb\xbf")
    root = _root(words)
    if _FEED.match(words, root):
        return FORMATS["feed"]
    if _JSON.match(words):
        return FORMATS["json"]
    return FORMATS["html"] if _PAGE.match(words, root) else None


def _root(words: bytes) -> int:
    """Where the first element of a page or feed begins: behind blanks, comments, declarations."""
    at = 0
    while before := _BEFORE.match(words, at):
        at = before.end()
    return at


def guessed(head: bytes, columns: Columns) -> Format:
    """The format of a stream that has no name: as `sniffed`, else by its first line, else text."""
    found = sniffed(head)
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")[0]
    if found:
        return found
    if re.match(rb"\{\s*(?:\"|\Z)|\[\s*(?:\{|\Z)", first):
        return FORMATS["json"]
    cells = {
        fold(cell.strip(" \"'")) for cell in re.split("[,;\t|]", first.decode("utf-8", "replace"))
    }
    texts = {fold(columns.text)} if columns.text else set(known().ranked["text"])
    return FORMATS["csv" if len(cells) > 1 and cells & texts else "text"]
