"""A record to the article it holds: limits, text, date, language and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kg.model import Article, Unread
from kg.read import dates, naming
from kg.read.index import INDEX, Row
from kg.read.language import ENGLISH, foreign
from kg.read.notes import is_corrected, opening_note
from kg.read.options import Limits, ReadOptions
from kg.read.record import Record, Remark, RemarkKind
from kg.read.text import refused

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_LONGEST_LABEL = 500
"""Code points of a title; a longer one is a paragraph in the wrong column."""
METADATA, PAGE, DATELINE = "metadata", "page", "dateline"
"""Where a date of publication came from; an `index.csv` may say it in its own words."""


def article(record: Record, row: Row, options: ReadOptions) -> Iterator[Article | Unread | Remark]:
    """The article of a record of text, or why there is none; and a date that could not be used.

    What the record says itself goes before what `row` says of the whole file.
    """
    text = str(record.content)
    declined = (
        _said_foreign(record, row, options)
        or refused(text, record.source)
        or _too_large(record, text, options.limits)
        or _found_foreign(record, row, text, options)
    )
    if declined:
        yield declined
        return
    known = dates.published(record.published, options.date_format) if record.published else None
    if record.published and known is None and not record.part:
        nothing = dates.is_placeholder(record.published, options.date_format)
        kind: RemarkKind = "placeholder" if nothing else "undated"
        yield Remark(kind, record.file, record.place, record.published)
    published, basis = _published(record, row, text, known)
    yield Article(
        name=naming.named(record, text),
        text=text,
        title=_label(_title(record, row)),
        publisher=_label(record.publisher or row.publisher or record.page.publisher),
        published=published,
        published_basis=basis,
        language=_label(record.language or row.language or ENGLISH),
        source=record.source,
        url=_address(record),
        fetched=dates.iso(record.fetched),
        body=opening_note(text, record.body),
        corrected=is_corrected(text, record.body),
    )


def _label(words: str) -> str:
    """Metadata on one line, without what does not print, and no longer than such a thing is."""
    return " ".join(word for word in _UNPRINTABLE.sub(" ", words).split())[:_LONGEST_LABEL]


def _address(record: Record) -> str:
    """The address of the page, and which part of it the article is."""
    url = naming.page_address("".join(record.url.split()))
    return f"{url}#{record.part}" if url and record.part else url


def _title(record: Record, row: Row) -> str:
    of_part = record.page.title if record.part else ""
    return of_part or record.title or row.title or record.page.title


def _published(record: Record, row: Row, text: str, known: date | None) -> tuple[date | None, str]:
    """The date of publication and where it comes from: metadata, the page, the dateline."""
    found = (
        (record.page.published if record.part else None, PAGE),
        (known, METADATA),
        (row.published, row.published_basis or METADATA),
        (record.page.published, PAGE),
    )
    for published, basis in found:
        if published is not None:
            return published, basis
    published = dates.dateline(text, record.body)
    return published, DATELINE if published else row.published_basis


def _said_foreign(record: Record, row: Row, options: ReadOptions) -> Unread | None:
    language = record.language or row.language
    if not language or options.any_language or _primary(language) == ENGLISH:
        return None
    who = "its metadata says" if record.language else f"{INDEX} says"
    return record.unread(f"{who} its language is '{language}'", "Only English is read.")


def _found_foreign(record: Record, row: Row, text: str, options: ReadOptions) -> Unread | None:
    """Unread where the words are of another language, and nobody has said that they are English."""
    if options.any_language or record.language or row.language:
        return None
    code = foreign(text[record.body :])
    reason = f"its language seems to be '{code}', and only English is read"
    return record.unread(reason, "If it is English, say so with --any-language.") if code else None


def _primary(language: str) -> str:
    """`en` of `en-GB`, `en_US` and `English`."""
    code = language.strip().lower().replace("_", "-").split("-")[0]
    return {"english": ENGLISH, "eng": ENGLISH}.get(code, code)


def _too_large(record: Record, text: str, limits: Limits) -> Unread | None:
    if len(text) > limits.characters:
        reason = f"its text has {len(text):,} characters, and {limits.characters:,} are let in"
        return record.unread(reason, "Split it, or raise --max-characters.")
    longest = max(map(len, text.splitlines()), default=0)
    if longest > limits.line:
        reason = f"it has a line of {longest:,} characters, and {limits.line:,} are let in"
        return record.unread(reason, "Break its lines at paragraphs, or raise --max-line.")
    return None
