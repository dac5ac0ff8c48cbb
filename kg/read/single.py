"""One file to its articles, in this process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.article import article
from kg.read.formats import Format
from kg.read.options import ReadOptions
from kg.read.record import Found, Input, Remark
from kg.read.streams import opened

Item: TypeAlias = Article | Unread | Remark


def records(given: Input, made: Format, options: ReadOptions) -> Iterator[Found]:
    """What the reader of `made` finds in the file; what ends it early comes last, as Unread."""
    try:
        reader = made.reader(given)
        with opened(given, options.limits.expansion) as stream:
            yield from reader(given, stream, options)
    except InputError as error:
        yield Unread(error.value, error.rule, error.remedy)


def items(found: Found, given: Input, options: ReadOptions) -> Iterator[Item]:
    """The articles that a record of text gives: one or none."""
    if isinstance(found, Unread | Remark):
        yield found
    elif found is not None:
        yield from article(found, given.row, options)
