"""Plain text and Markdown: one file, one article, front matter of YAML or TOML before it; or the
export of an archive of the press, with many in it (`kg.read.exports`).

The text of a single article is the whole file, so that offsets count in the file as given; `body`
says where the front matter ends, and no claim is read before it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BufferedReader

import yaml

from kg.model import Unread
from kg.read.documents import documents
from kg.read.exports import exported, numbered
from kg.read.fields import whole_characters
from kg.read.layouts import layouts
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
_TELLING = frozenset({"title", "published"})
"""Of these a header has one; other lines with colons are prose."""
_HEADING = re.compile(r"\s*#[ \t]+(\S[^\r\n]*)")


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The article of the file, or those of an export; Unread where it is too large or no text."""
    remedy = "Split it into its articles, or raise --max-bytes."
    data = whole(given, stream, options.limits.size, remedy)
    if isinstance(data, Unread):
        yield data
        return
    text = decode(data, given.shown, options.encoding)
    if isinstance(text, Unread):
        yield text
        return
    articles = exported(text)
    if articles:
        yield from documents(articles, Record(given.shown, "", name=given.name))
        return
    if (parts := numbered(text)) is not None:
        reason = f"it looks like {parts.number:,} articles in one text, of a form that is not known"
        yield Unread(
            given.shown, reason, f"Run {parts.command(given.path.name)}, and give the parts."
        )
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

    They stand between fences, or are lines with labels and an empty line behind them.

    What stands between the fences but is no table of fields is prose.
    """
    load = _FENCES.get(text[:3])
    opening = re.match(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r)", text)
    if load is None or opening is None:
        return _labelled(text)
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


def _labelled(text: str) -> tuple[Mapping[str, object], int]:
    """The fields of two lines or more, each a label and a value, that end with an empty line."""
    layout = layouts()[-1]
    found: dict[str, object] = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        label = layout.label(line.rstrip("\r\n"))
        if label is None or ":" not in line:
            is_header = len(found) > 1 and not line.strip() and bool(_TELLING & found.keys())
            return (found, offset) if is_header else ({}, 0)
        offset += len(line)
        found.setdefault(layout.slots.get(label[0], label[0]), label[1])
    return {}, 0
