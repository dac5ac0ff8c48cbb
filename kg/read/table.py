"""Fields of a record to what an article has: which column is the text, which the date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from kg.errors import InputError
from kg.model import Unread
from kg.read.options import Columns
from kg.read.record import Record

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article", "article_text", "full_text"),
    "title": ("title", "headline", "heading"),
    "published": ("published", "date", "date_publish", "published_at", "publish_date", "pubdate"),
    "url": ("url", "link", "uri", "source_url"),
    "publisher": ("publisher", "source", "sitename", "source_domain", "outlet", "newspaper"),
    "id": ("id", "article_id", "uuid", "guid"),
    "language": ("language", "lang"),
}
"""Names that columns go by in dumps of news; the first that a record has is taken."""
PAGE = ("<!doctype", "<html", "<body", "<div", "<article", "<section", "<p>", "<p ")
"""How a text begins that is a page or a part of one, and not words."""


def slots(fields: Mapping[str, object], columns: Columns) -> dict[str, str]:
    """What `fields` say of the article, by slot of `Columns`; a slot that is not there is left out.

    A column that the user named is the only one that counts for its slot.
    """
    named = columns.named()
    folded = {name.lower(): name for name in reversed(list(fields))}
    found: dict[str, str] = {}
    for slot, usual in USUAL.items():
        names = [named[slot]] if slot in named else [folded[n] for n in usual if n in folded]
        values = (as_text(_at(fields, name)) for name in names)
        value = next((value for value in values if value.strip()), "")
        if value:
            found[slot] = value
    return found


def record(
    fields: Mapping[str, object], columns: Columns, file: str, place: str
) -> Record | Unread:
    """The article that `fields` hold; Unread where they hold no text."""
    found = slots(fields, columns)
    text = found.get("text", "")
    is_page = text[:500].lstrip().lower().startswith(PAGE)
    made = described(Record(file, text.encode() if is_page else text, place), found)
    if text:
        return made
    wanted = columns.text or ", ".join(USUAL["text"][:3])
    return made.unread(f"it has no text in '{wanted}'", "Name the column with --text COLUMN.")


def described(made: Record, found: Mapping[str, str]) -> Record:
    """The record with what `found` (see `slots`) says of it."""
    return replace(
        made,
        title=found.get("title", "").strip(),
        published=found.get("published", "").strip(),
        url=found.get("url", "").strip(),
        publisher=found.get("publisher", "").strip(),
        id=found.get("id", "").strip(),
        language=found.get("language", "").strip(),
    )


def check_columns(header: Iterable[str], columns: Columns, shown: str) -> None:
    """InputError where a table lacks a column that the user named, or any that could be text."""
    names = list(header)
    listed = ", ".join(names[:20]) + (" ..." if len(names) > 20 else "")
    for slot, column in columns.named().items():
        if column not in names:
            rule = f"it has no column '{column}'; its columns are {listed or 'none'}"
            raise InputError(shown, rule, f"Name one of them with --{slot}.")
    if columns.text is None and not {name.lower() for name in names} & set(USUAL["text"]):
        rule = f"none of its columns is known to hold the text; they are {listed or 'none'}"
        raise InputError(shown, rule, "Name it with --text COLUMN.")


def as_text(value: object) -> str:
    """A value of a record as words: dates in ISO form, lists as lines, half characters replaced."""
    if isinstance(value, str):
        odd = _odd(value)
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if odd else value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "\n".join(as_text(item) for item in value if isinstance(item, str))
    if value is None or isinstance(value, dict):
        return ""
    return str(value)


def _odd(value: str) -> bool:
    """Whether it holds half of a surrogate pair, which JSON can write and UTF-8 cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return True
    return False


def _at(fields: Mapping[str, object], path: str) -> object:
    """The value of the column called `path`, or at that path of nested fields."""
    if path in fields:
        return fields[path]
    value: object = fields
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
