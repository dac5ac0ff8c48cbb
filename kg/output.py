"""Writing a build: apart from the old one first, into its place when it is whole."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import StatecraftError
from kg.model import Article, Declined

GRAPH, PAGE, CLAIMS, DECLINED, ARTICLES = (
    "graph.ttl",
    "graph.html",
    "claims.csv",
    "declined.csv",
    "articles",
)
"""What a build writes into its folder; `articles` holds the texts that evidence points into."""

_DECLINED_COLUMNS = ("article", "start", "end", "trigger", "reason", "sentence")


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A fresh folder to write into; its entries replace those of `out` if the block ends well.

    Other entries of `out` are left alone. StatecraftError where `out` cannot be written to.
    """
    existed = out.is_dir()
    try:
        # Inside `out`, not beside it: it may be a mount of its own, and renames stay in one mount.
        out.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".part-", dir=out))
    except OSError as error:
        raise _closed(out, error) from error
    try:
        (fresh / "new").mkdir()
        (fresh / "old").mkdir()
        yield fresh / "new"
        _swap(fresh, out)
    except OSError as error:
        raise _closed(out, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if not existed and not any(out.iterdir()):
            out.rmdir()


def _swap(fresh: Path, out: Path) -> None:
    """One rename a file, so that no reader ever sees half of one."""
    for entry in sorted((fresh / "new").iterdir()):
        target = out / entry.name
        if target.is_dir():
            target.rename(fresh / "old" / entry.name)
        entry.replace(target)


def _closed(out: Path, error: OSError) -> StatecraftError:
    reason = f"it cannot be written: {error.strerror or error}"
    return StatecraftError(str(out), reason, "Choose another folder with --out.")


def refuse_foreign(out: Path, inputs: Iterable[Path]) -> None:
    """StatecraftError where a build into `out` would replace what is no earlier build."""
    if out.exists() and not out.is_dir():
        raise StatecraftError(str(out), "it is a file, not a folder", "Choose another with --out.")
    texts = (out / ARTICLES).absolute()
    given = [path.absolute() for path in inputs]
    foreign = texts.exists() and not (out / GRAPH).is_file()
    if foreign or any(path == texts or texts in path.parents for path in given):
        rule = f"its folder '{ARTICLES}' would be replaced, and no build made it"
        raise StatecraftError(str(out), rule, "Choose another folder with --out.")


def write_articles(articles: Iterable[Article], folder: Path) -> None:
    """Each text as UTF-8, line ends kept, under its article's name."""
    folder.mkdir()
    for article in articles:
        (folder / f"{article.name}.txt").write_bytes(article.text.encode())


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
