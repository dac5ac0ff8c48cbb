"""Which files to read: those given, those in folders however deep, and what patterns match."""

from __future__ import annotations

import glob
import os
import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.errors import InputError
from kg.model import Unread
from kg.read.formats import ENDINGS, split_name
from kg.read.index import INDEX
from kg.read.naming import from_path

STDIN = "-"
ABOUT = frozenset({INDEX, "corrections.csv"})
"""Files that are about articles and claims, and are none."""
_PAGES = (".html", ".htm")
_BESIDE = ("_files", ".files")
"""`Story_files` beside `Story.html` holds the scripts, pictures and frames of the saved page."""
COMMANDS: Mapping[str, str] = {
    **dict.fromkeys(
        (".docx", ".rtf", ".odt", ".epub"), "pandoc --wrap=none -t plain '{0}' -o '{0}.txt'"
    ),
    **dict.fromkeys((".doc", ".wpd"), "soffice --headless --convert-to txt:Text '{0}'"),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), "soffice --headless --convert-to csv '{0}'"),
    **dict.fromkeys((".zip", ".wacz"), "unzip '{0}'"),
    **dict.fromkeys((".tar", ".tgz"), "tar -xf '{0}'"),
    ".pdf": "pdftotext '{0}' '{0}.txt'",
    ".7z": "7z x '{0}'",
}
"""What makes a file readable, by its ending."""
_REMEDY = "Give its text, or --format."
_ELSEWHERE = re.compile(r"[A-Za-z]:\\|\\\\|[^/]*\\")
"""How a path of Windows begins: with a drive, a server, or a folder and a backslash."""
BUILT = "graph.ttl"
"""A folder that holds it is a build, whose texts are not articles to be read again."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file, the name of its article, and whether it was given itself, not found in a folder."""

    name: str
    shown: str
    path: Path
    given: bool


def find(paths: Iterable[Path]) -> tuple[list[Found], list[Path], list[Unread]]:
    """Files in order of their names, the folders walked, and what could not be opened.

    The order does not follow that of `paths`; a file that is reached twice is there once. Hidden
    files, links to folders and folders of builds are passed over. InputError where nothing exists.
    """
    given = sorted(set(paths))
    shown = ", ".join(map(str, given)) or "no input"
    files: dict[Path, Found] = {}
    folders: list[Path] = []
    closed: list[Unread] = []
    expanded = list(_expanded(given))
    if not any(path.exists() for path in expanded):
        for path in given:
            refuse_elsewhere(path)
        raise InputError(shown, "no such file or folder", "Check the path.")
    for path in expanded:
        if not path.is_dir():
            _take(files, closed, path)
            continue
        for folder, names in _walk(path, closed):
            folders.append(folder)
            for name in names:
                found = _found(folder / name, path)
                files.setdefault(found.path.absolute(), found)
    return sorted(files.values()), folders, closed


def refuse_elsewhere(path: Path) -> None:
    """InputError where `path` is written as Windows has it, and this is another system."""
    if os.sep == "/" and _ELSEWHERE.match(str(path)):
        rule = "it is a Windows path, and folders are parted by '/' here"
        raise InputError(str(path), rule, "Under WSL, C:\\news is /mnt/c/news.")


def _expanded(given: list[Path]) -> Iterator[Path]:
    """The paths, and for a pattern that is no path what it matches."""
    for path in given:
        if not path.exists() and glob.has_magic(str(path)):
            # not Path.glob, which takes no absolute pattern
            matched = sorted(map(Path, glob.glob(str(path), recursive=True)))  # noqa: PTH207
            yield from [match for match in matched if not match.is_dir()] or matched or [path]
        else:
            yield path


def _take(files: dict[Path, Found], closed: list[Unread], path: Path) -> None:
    try:
        path.stat()
    except OSError as error:
        reason = f"it cannot be opened: {error.strerror}"
        closed.append(Unread(path.as_posix(), reason, "Check the path and its permissions."))
        return
    if path.name not in ABOUT:
        files[path.absolute()] = Found(
            from_path((split_name(path.name)[0],)), path.as_posix(), path, given=True
        )


def _walk(top: Path, closed: list[Unread]) -> Iterator[tuple[Path, list[str]]]:
    """Each folder from `top` down with its files."""

    def refused(error: OSError) -> None:
        reason = f"it cannot be opened: {error.strerror}"
        where = Path(str(error.filename)).as_posix()
        closed.append(Unread(where, reason, "Check the path and its permissions."))

    for folder, inner, names in os.walk(top, onerror=refused):
        pages = {name.rpartition(".")[0] for name in names if name.lower().endswith(_PAGES)}
        inner[:] = sorted(name for name in inner if not _is_clutter(name, pages))
        if BUILT in names:
            inner.clear()
            continue
        yield Path(folder), [n for n in names if n not in ABOUT and not n.startswith(".")]


def _is_clutter(name: str, pages: set[str]) -> bool:
    """Whether a folder is hidden, or holds what a browser saves beside a page."""
    return name.startswith(".") or any(
        name.removesuffix(ending) in pages for ending in _BESIDE if name.endswith(ending)
    )


def _found(path: Path, top: Path) -> Found:
    *above, name = path.relative_to(top).parts
    parts = (*above, split_name(name)[0])
    readable = [part.encode("utf-8", "replace").decode() for part in parts]
    return Found(from_path(tuple(readable)), path.as_posix(), path, given=False)


def unknown(files: Iterable[Found]) -> Iterator[Unread]:
    """What to say of files whose ending no reader has: one line for each ending in a folder."""
    known = " ".join(sorted(ENDINGS))
    groups: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Found] = {}
    for file in files:
        group = (file.path.parent.as_posix(), PurePath(file.path.name).suffix.lower())
        groups[group] += 1
        first.setdefault(group, file)
    for group in sorted(groups):
        others = groups[group] - 1
        more = f" and {others:,} more '{group[1]}' beside it" if others else ""
        reason = f"its ending is not one of {known}"
        shown = printable(first[group].shown)
        command = _command(first[group], shown, many=others > 0)
        remedy = f"Run {command}, and give what that makes." if command else _REMEDY
        yield Unread(f"{shown}{more}", reason, remedy)


def _command(file: Found, shown: str, *, many: bool) -> str:
    """What makes a file readable, or all of its ending in its folder; empty where nothing does."""
    ending = PurePath(file.path.name).suffix
    command = COMMANDS.get(ending.lower(), "")
    if not command or not many:
        return command.format(shown)
    folder = shlex.quote(printable(file.path.parent.as_posix()))
    each = command.replace("'{0}", '"$f').replace("'", '"')
    return f"for f in {folder}/*{ending}; do {each}; done"


def printable(words: str) -> str:
    """`words`, escaped where they hold line ends or bytes that are no UTF-8."""
    return words if words.isprintable() else ascii(words)
