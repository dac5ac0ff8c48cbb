"""Folders and files to articles, each with what its `index.csv` says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.index import INDEX, Index, Row, read_index
from kg.read.options import ReadOptions
from kg.read.text import read_text

ENDINGS = frozenset({".txt", ".md"})
LANGUAGE = "en"  # the one language that the lexicon and the pipeline know
_ENDINGS = " or ".join(sorted(ENDINGS))


def read(paths: Iterable[Path], options: ReadOptions | None = None) -> Iterator[Article | Unread]:
    """Articles of the folders and files given, in order of name whatever the order of `paths`.

    A folder gives the files directly in it, a file itself; either takes its metadata from the
    `index.csv` in its folder. What gives no article comes as Unread. Hidden files are passed over.
    Raises InputError, before anything is yielded, where no path exists or nothing lies there.
    """
    given = sorted(set(paths))
    shown = ", ".join(map(str, given)) or "no input"
    if not any(path.exists() for path in given):
        raise InputError(shown, "no such file or folder", "Check the path.")
    files, closed = _files(given)
    if not files and not closed:
        raise InputError(shown, "nothing to read in it", f"Put {_ENDINGS} files there.")
    return _read_all(files, {path for path in given if path.is_dir()}, closed)


def _files(given: list[Path]) -> tuple[list[Path], list[Unread]]:
    """Every entry to read or to report, once each, by name and then path; and what is closed."""
    found: dict[Path, Path] = {}
    closed: list[Unread] = []
    for path in given:
        try:
            entries = list(path.iterdir()) if path.is_dir() else [path]
            path.stat()
        except OSError as error:
            reason = f"it cannot be opened: {error.strerror}"
            closed.append(Unread(path.as_posix(), reason, "Check the path and its permissions."))
            continue
        for entry in entries:
            if entry.name != INDEX and (entry == path or not entry.name.startswith(".")):
                found.setdefault(entry.absolute(), entry)
    return sorted(found.values(), key=lambda entry: (entry.stem, entry.as_posix())), closed


def _read_all(
    files: list[Path], folders: set[Path], closed: list[Unread]
) -> Iterator[Article | Unread]:
    yield from closed
    indexes = {folder: read_index(folder) for folder in {file.parent for file in files}}
    taken: dict[str, Path] = {}
    for file in files:
        item = _read_one(file, indexes[file.parent])
        if isinstance(item, Article) and item.name in taken:
            reason = f"its name is taken by {taken[item.name].as_posix()}"
            item = Unread(file.as_posix(), reason, "Rename one of them.")
        elif isinstance(item, Article):
            taken[item.name] = file
        yield item
    for folder in sorted(indexes):
        wanted = None if folder in folders else {f.name for f in files if f.parent == folder}
        yield from _index_problems(folder, indexes[folder], wanted)


def _read_one(file: Path, index: Index) -> Article | Unread:
    row = index.rows.get(file.name, Row(file.name))
    refused = _refusal(file, row)
    if refused:
        return refused
    text = read_text(file)
    if isinstance(text, Unread):
        return text
    return Article(
        name=file.stem,
        text=text,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        published_basis=row.published_basis,
        language=row.language or LANGUAGE,
        source=file.as_posix(),
    )


def _refusal(file: Path, row: Row) -> Unread | None:
    """Why a file is not opened at all, if so: the first of these that holds."""
    foreign = row.language and row.language.lower().split("-")[0] != LANGUAGE
    reasons = (
        (not file.name.isprintable(), "its name is not plain text", "Rename it."),
        (file.is_dir(), "it is a folder inside a folder", "Give it as an input of its own."),
        (file.suffix.lower() not in ENDINGS, f"its ending is not {_ENDINGS}", "Give its text."),
        (not file.is_file(), "it is no regular file", "Give a file or a folder."),
        (foreign, f"{INDEX} says its language is '{row.language}'", "Only English is read."),
    )
    # a name may hold line ends or bytes that are no UTF-8; the message must print all the same
    source = file.as_posix() if file.name.isprintable() else ascii(file.as_posix())
    held = (Unread(source, reason, remedy) for holds, reason, remedy in reasons if holds)
    return next(held, None)


def _index_problems(folder: Path, index: Index, wanted: set[str] | None) -> Iterator[Unread]:
    """What is wrong with an index; for single files only what touches them (`wanted`)."""
    for name, problem in index.problems:
        if wanted is None or not name or name in wanted:
            yield problem
    if wanted is None:
        source = (folder / INDEX).as_posix()
        for name in sorted(index.rows):
            if not (folder / name).is_file():
                reason = f"it lists '{name}', and no such file lies beside it"
                yield Unread(source, reason, "Add the file or remove the row.")
