"""The folder of a build: one build at a time, and its files replaced together or not at all.

Everything lies in a hidden folder `.kg` inside it: a folder for each build and the link `current`
to the one that counts. What a user opens (`graph.ttl` and so on) are links through `current`, so
that turning this one link replaces all of them in one step of the file system. Where a system
gives no links (Windows without the right to make them) the files are moved one by one.
"""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import StatecraftError
from kg.model import Article, Declined
from kg.read.walk import refuse_elsewhere

GRAPH, PAGE, CLAIMS, DECLINED, ARTICLES, REPORT, REDIRECTS = (
    "graph.ttl",
    "graph.html",
    "claims.csv",
    "declined.csv",
    "articles",
    "report.json",
    "redirects.ttl",
)
"""What a build writes into its folder; `articles` holds the texts that evidence points into, and
`redirects.ttl`, where it is, what became of IRIs of earlier builds."""

HIDDEN = ".kg"
"""The folder inside the output folder that holds builds, what is kept between them and the lock."""
KEPT = "kept.sqlite"
_CURRENT, _LOCK, _BUILD = "current", "lock", "build-"
_DECLINED_COLUMNS = ("article", "start", "end", "trigger", "reason", "sentence")


@contextmanager
def locked(out: Path) -> Iterator[Path]:
    """The hidden folder of `out` for one build alone; both are made where they are missing.

    The lock goes with the process that holds it, however that ends. StatecraftError where another
    build holds it or where `out` cannot be written to. A folder made here and left without a
    build and without readings is removed again.
    """
    hidden = out / HIDDEN
    try:
        hidden.mkdir(parents=True, exist_ok=True)
        lock = FileLock(hidden / _LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        rule = "another build is writing into this folder"
        remedy = "Wait until it is done, or choose another folder with --out."
        raise StatecraftError(str(out), rule, remedy) from error
    except OSError as error:
        raise _closed(out, error) from error
    try:
        _sweep(hidden)
        yield hidden
    finally:
        if not any(entry.name != _LOCK for entry in hidden.iterdir()):
            (hidden / _LOCK).unlink(missing_ok=True)
        lock.release()
        for folder in (hidden, out):
            with suppress(OSError):  # not empty
                folder.rmdir()


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A fresh folder to write a build into; it replaces that of `out` if the block ends well.

    Until then the earlier build can be read in `out`. Entries of `out` that no build made are left
    alone. Call it inside `locked`.
    """
    # Inside `out`, not beside it: it may be a mount of its own, and renames stay in one mount.
    try:
        fresh = Path(tempfile.mkdtemp(prefix=_BUILD, dir=out / HIDDEN))
        fresh.chmod(0o755)  # mkdtemp leaves it to its owner alone
        yield fresh
        _publish(fresh, out)
    except OSError as error:
        raise _closed(out, error) from error
    finally:
        _sweep(out / HIDDEN)


def replace_file(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all; a file of a build is replaced inside its build.

    StatecraftError where it cannot be written.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            Path(name).chmod(0o644)  # mkstemp leaves it readable to its owner alone
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise _closed(path, error) from error


def _publish(fresh: Path, out: Path) -> None:
    hidden, names = out / HIDDEN, sorted(entry.name for entry in fresh.iterdir())
    try:
        _adopt(out, names)
        for name in names:
            _link(Path(HIDDEN, _CURRENT, name), out / name, hidden)
        _link(Path(fresh.name), hidden / _CURRENT, hidden)
    except (OSError, NotImplementedError) as error:
        if _has_links(hidden):
            raise
        del error
        _move(fresh, out)
        return
    for entry in out.iterdir():  # what an earlier build had and this one has not
        if entry.is_symlink() and _is_ours(entry) and entry.name not in names:
            entry.unlink()


def _adopt(out: Path, names: list[str]) -> None:
    """Files that lie in `out` itself become an earlier build, so that they can be linked to."""
    loose = [
        out / name for name in names if (out / name).exists() and not (out / name).is_symlink()
    ]
    if not loose:
        return
    hidden = out / HIDDEN
    old = _target(hidden)
    if old is None:
        old = Path(tempfile.mkdtemp(prefix=_BUILD, dir=hidden))
        for path in loose:
            if path.is_file():
                shutil.copy2(path, old / path.name)
        _link(Path(old.name), hidden / _CURRENT, hidden)
    for path in loose:
        if path.is_dir():  # a link cannot replace a folder in one step
            shutil.rmtree(old / path.name, ignore_errors=True)
            path.rename(old / path.name)


def _link(target: Path, path: Path, hidden: Path) -> None:
    """Make the link, or turn the one that is there, in one step."""
    if path.is_symlink() and path.readlink() == target:
        return
    new = hidden / "link"
    new.unlink(missing_ok=True)
    new.symlink_to(target)
    new.replace(path)


def _has_links(hidden: Path) -> bool:
    """Whether links can be made here at all."""
    probe = hidden / "probe"
    try:
        probe.symlink_to(_LOCK)
        probe.unlink()
    except (OSError, NotImplementedError):
        return False
    return True


def _move(fresh: Path, out: Path) -> None:
    """One rename a file, so that no reader ever sees half of one."""
    for entry in sorted(fresh.iterdir()):
        target = out / entry.name
        if target.is_dir():
            shutil.rmtree(target)
        entry.replace(target)


def _target(hidden: Path) -> Path | None:
    """The folder of the build that counts."""
    current = hidden / _CURRENT
    return hidden / current.readlink() if current.is_symlink() else None


def _is_ours(link: Path) -> bool:
    return link.readlink().parts[:2] == (HIDDEN, _CURRENT)


def _sweep(hidden: Path) -> None:
    """Remove builds that do not count: the one before, and what a killed process left."""
    counts = _target(hidden)
    for folder in hidden.glob(f"{_BUILD}*"):
        if folder != counts:
            shutil.rmtree(folder, ignore_errors=True)


def _closed(out: Path, error: OSError) -> StatecraftError:
    reason = f"it cannot be written: {error.strerror or error}"
    return StatecraftError(str(out), reason, "Choose another folder with --out.")


def refuse_foreign(out: Path, inputs: Iterable[Path]) -> None:
    """StatecraftError where a build into `out` would replace what is no earlier build.

    Also where `out` is no path of this system.
    """
    refuse_elsewhere(out)
    if out.exists() and not out.is_dir():
        raise StatecraftError(str(out), "it is a file, not a folder", "Choose another with --out.")
    texts = (out / ARTICLES).absolute()
    given = [path.absolute() for path in inputs]
    foreign = texts.exists() and not (out / GRAPH).is_file()
    if foreign or any(path == texts or texts in path.parents for path in given):
        rule = f"its folder '{ARTICLES}' would be replaced, and no build made it"
        raise StatecraftError(str(out), rule, "Choose another folder with --out.")


def write_articles(articles: Iterable[Article], folder: Path, earlier: Path | None = None) -> None:
    """Each text as UTF-8, line ends kept, under its article's name.

    A file that holds the same in `earlier`, the folder of the build before, is taken over from
    there: to make a file costs ten times as much as to compare one and give it a second name.
    """
    folder.mkdir()
    for article in articles:
        path, text = folder / f"{article.name}.txt", article.text.encode()
        if earlier is None or not _taken_over(earlier / path.name, text, path):
            path.write_bytes(text)


def _taken_over(old: Path, text: bytes, path: Path) -> bool:
    """Whether `old` holds just `text` and could be given the name `path` as well."""
    try:
        if old.is_symlink() or old.read_bytes() != text:
            return False
        path.hardlink_to(old)
    except (OSError, NotImplementedError):  # it is new, or the file system has no such links
        return False
    return True


def read_articles(folder: Path) -> dict[str, str]:
    """The texts that a build wrote into `folder`, by article; empty where they are gone."""
    files = (folder / ARTICLES).glob("*.txt")
    return {file.stem: file.read_bytes().decode() for file in files}


def write_declined(declined: Iterable[Declined], path: Path) -> None:
    """The sentences that held a trigger but gave no claim, by article and offset."""
    rows = sorted(
        (d.article, d.sentence.start, d.sentence.end, d.trigger, d.reason, d.sentence.quote)
        for d in declined
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(_DECLINED_COLUMNS)
        table.writerows(rows)
