"""Inputs of every kind to articles: the one way in."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read import single
from kg.read.formats import ENDINGS, FORMATS, HEAD, Format, guessed, sniffed, split_name
from kg.read.guard import Guard
from kg.read.index import Index, Row, index_problems, read_index
from kg.read.options import ReadOptions
from kg.read.record import Input
from kg.read.remarks import told
from kg.read.streams import opened
from kg.read.versions import unique
from kg.read.walk import STDIN, Found, find, printable, unknown

_SHOWN_STDIN = "standard input"


def read(paths: Iterable[Path], options: ReadOptions | None = None) -> Iterator[Article | Unread]:
    """Articles of the files, folders and patterns given, and of standard input for `-`.

    One at a time, in flat memory; in an order that does not follow that of `paths`: by file, and
    within a file as they stand in it. A file takes metadata from the `index.csv` beside it. What
    gives no article comes as Unread; of two articles of one name the first is read, of one address
    each that differs. Raises
    InputError, before anything is yielded, where no path exists, nothing lies there, or an option
    is none.
    """
    options = options or ReadOptions()
    _check(options)
    given = list(paths)
    others = [path for path in given if str(path) != STDIN]
    wants_stdin = len(others) < len(given)
    files, folders, closed = find(others) if others or not wants_stdin else ([], [], [])
    if not files and not closed and not wants_stdin:
        shown = ", ".join(map(str, sorted(set(given))))
        known = " ".join(sorted(ENDINGS))
        raise InputError(shown, "nothing to read in it", f"Put files there: {known}.")
    return unique(_all(files, folders, closed, wants_stdin, options))


def _check(options: ReadOptions) -> None:
    if options.format is not None and options.format not in FORMATS:
        rule = "it is no format"
        raise InputError(options.format, rule, f"Choose one of {', '.join(FORMATS)}.")
    try:
        "".encode(options.encoding)
    except LookupError as error:
        rule = "it is no encoding that Python knows"
        raise InputError(
            options.encoding, rule, "Say utf-8, cp1252, utf-16 or the like."
        ) from error


def _all(
    files: list[Found],
    folders: list[Path],
    closed: list[Unread],
    wants_stdin: bool,
    options: ReadOptions,
) -> Iterator[Article | Unread]:
    yield from closed
    with Guard() as guard:
        indexes = {folder: read_index(folder) for folder in {file.path.parent for file in files}}
        foreign: list[Found] = []
        for file in files:
            found = _articles(file, indexes[file.path.parent], options, guard)
            if found is None:
                foreign.append(file)
            else:
                yield from found
        yield from unknown(foreign)
        if wants_stdin:
            yield from _stdin(options, guard)
    yield from _index_problems(files, folders, indexes)


def of_file(file: Found, options: ReadOptions) -> Iterator[Article | Unread]:
    """The articles of one file that `kg.read.walk.find` found, as `read` gives them.

    But for what only all files together tell: names that are taken, and rows of an index that
    mean no file.
    """
    with Guard() as guard:
        found = _articles(file, read_index(file.path.parent), options, guard)
        yield from unknown([file]) if found is None else found


def index_lines(files: list[Found], folders: list[Path]) -> Iterator[Unread]:
    """What is wrong with the indexes beside `files` and in `folders`."""
    indexes = {folder: read_index(folder) for folder in {file.path.parent for file in files}}
    return _index_problems(files, folders, indexes)


def _articles(
    file: Found, index: Index, options: ReadOptions, guard: Guard
) -> Iterator[Article | Unread] | None:
    """The articles of a file; None where no reader has its ending."""
    row = index.rows.get(file.path.name, Row(file.path.name))
    given = Input(file.path, printable(file.shown), file.name, row)
    made = _refused(file) or _format(file, options)
    if isinstance(made, Format):
        return told(_items(given, made, options, guard))
    return None if made is None else iter((made,))


def _refused(file: Found) -> Unread | None:
    """Why a file is not opened at all, if so."""
    if not file.path.name.isprintable():
        return Unread(printable(file.shown), "its name is not plain text", "Rename it.")
    if not file.path.is_file():
        return Unread(file.shown, "it is no regular file", "Give a file or a folder.")
    return None


def _format(file: Found, options: ReadOptions) -> Format | Unread | None:
    """The format of a file: by ending, by its first bytes, by the option; None where unknown.

    What is called text may be the answer of a service, a feed or a page, saved under that ending.
    """
    made = split_name(file.path.name)[1]
    if made is not None and made.name != "text":
        return made
    try:
        head = _head(Input(file.path, file.shown, file.name), options)
    except InputError as error:
        return made or Unread(error.value, error.rule, error.remedy)
    found = sniffed(head) or made
    return found if found or options.format is None else FORMATS[options.format]


def _head(given: Input, options: ReadOptions) -> bytes:
    with opened(given, options.limits.expansion) as stream:
        return stream.read(HEAD)


def _items(given: Input, made: Format, options: ReadOptions, guard: Guard) -> Iterator[single.Item]:
    if made.guarded:
        yield from guard.items(given, made, options)
        return
    for found in single.records(given, made, options):
        yield from single.items(found, given, options)


def _stdin(options: ReadOptions, guard: Guard) -> Iterator[Article | Unread]:
    """Articles from standard input, which is kept in a file: some formats are not read forward."""
    with ExitStack() as stack:
        try:
            copy = stack.enter_context(tempfile.NamedTemporaryFile(prefix="kg-"))
            shutil.copyfileobj(sys.stdin.buffer, copy)
            copy.flush()
        except OSError as error:
            reason = f"it cannot be kept in {tempfile.gettempdir()}: {error.strerror or error}"
            yield Unread(_SHOWN_STDIN, reason, "Give it as a file.")
            return
        given = Input(Path(copy.name), _SHOWN_STDIN, "")
        try:
            head = _head(given, options)
        except InputError as error:
            yield Unread(error.value, error.rule, error.remedy)
            return
        named = FORMATS[options.format] if options.format else None
        yield from told(_items(given, named or guessed(head, options.columns), options, guard))


def _index_problems(
    files: list[Found], folders: list[Path], indexes: dict[Path, Index]
) -> Iterator[Unread]:
    """What is wrong with indexes; beside single files only what touches these."""
    walked = set(folders)
    for folder in sorted({*indexes, *walked}):
        index = indexes[folder] if folder in indexes else read_index(folder)
        given = {file.path.name for file in files if file.path.parent == folder}
        yield from index_problems(folder, index, None if folder in walked else given)
