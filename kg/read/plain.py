"""Plain text and Markdown: one file, one article, front matter of YAML or TOML before it.

The text of the article is the whole file, so that offsets count in the file as given; `body` says
where the front matter ends, and no claim is read before it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BufferedReader

import yaml

from kg.model import Unread
from kg.read.fields import whole_characters
from kg.read.options import Columns, ReadOptions
from kg.read.record import Found, Input, Record, whole
from kg.read.table import described, slots
from kg.read.text import decode

_FENCES: Mapping[str, Callable[[str], object]] = {
    # BaseLoader leaves every value as it is written, and knows no merge keys, which can explode
    "---": partial(yaml.load, Loader=yaml.BaseLoader),
    "+++": tomllib.loads,
}
_LONGEST_MATTER = 20_000
"""Code points of front matter; a longer block between dashes is prose between two rules."""
_HEADING = re.compile(r"\s*#[ \t]+(\S[^\r\n]*)")


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The one article of the file; Unread where it is too large or no text."""
    remedy = "Split it into its articles, or raise --max-bytes."
    data = whole(given, stream, options.limits.size, remedy)
    if isinstance(data, Unread):
        yield data
        return
    text = decode(data, given.shown, options.encoding)
    if isinstance(text, Unread):
        yield text
        return
    matter, body = front_matter(text)
    # columns are named for the tables of a build, and front matter may lie beside them
    found = {**slots(matter, Columns()), **slots(matter, options.columns)}
    heading = _HEADING.match(text, body) if given.path.suffix.lower() == ".md" else None
    if heading:
        found.setdefault("title", heading[1])
    yield described(Record(given.shown, text, name=given.name, body=body), found)


def front_matter(text: str) -> tuple[Mapping[str, object], int]:
    """The fields before the prose, and the offset where the prose begins; ({}, 0) without any.

    What stands between the fences but is no table of fields is prose.
    """
    load = _FENCES.get(text[:3])
    opening = re.match(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)", text)
    if load is None or opening is None:
        return {}, 0
    fence = re.escape(text[:3])
    closing = re.compile(rf"(?:^|(?<=[\r\n])){fence}[ \t]*(?:\r\n|\n|\r|\Z)")
    end = closing.search(text, opening.end(), opening.end() + _LONGEST_MATTER)
    if end is None:
        return {}, 0
    try:
        fields = load(text[opening.end() : end.start()])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return {}, 0
    if not isinstance(fields, dict):
        return {}, 0
    return {whole_characters(str(name)): value for name, value in fields.items()}, end.end()
