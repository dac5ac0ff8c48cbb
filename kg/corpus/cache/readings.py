"""Readings on disk: what was read once is not read again.

One SQLite file, which holds whatever happens to the process: a reading is in it or is not. Keys
come from `kg.corpus.cache.identity`, so that what was made of other words, by another pipeline or
by other code is never found; it goes when a build ends well.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import msgspec

from kg.errors import StatecraftError
from kg.model import Reading

TABLES = ("readings", "linkings", "fragments", "drawings")
_AT_ONCE = 500  # keys in one statement; SQLite allows 999 in its older versions
_BUSY = 30.0  # seconds; only a reader of the file could hold it, since builds lock the folder


class Kept:
    """The store of one output folder. Errors of the disk are StatecraftErrors.

    `TABLES` are looked up by key.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self._decoder = msgspec.json.Decoder(Reading)

    def has_reading(self, key: str) -> bool:
        """Whether the reading of this key is there."""
        with self._told():
            found = self._connection.execute("SELECT 1 FROM readings WHERE key = ?", (key,))
            return found.fetchone() is not None

    def put_reading(self, key: str, reading: Reading) -> None:
        """Keep a reading; it is on disk when this returns."""
        self.put("readings", [(key, msgspec.json.encode(reading))])

    def reading(self, key: str) -> Reading | None:
        """The reading of this key; None where there is none of today's form."""
        for _, blob in self.find("readings", [key]):
            try:
                return self._decoder.decode(blob)
            except msgspec.DecodeError:
                return None
        return None

    def put(self, table: str, rows: Iterable[tuple[str, bytes]]) -> None:
        """Keep rows of key and bytes, all or none."""
        with self._told(), self._connection:
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", rows)

    def find(self, table: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Those of `keys` that are there, with their bytes, in any order."""
        wanted = list(keys)
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            marks = ",".join("?" * len(some))
            with self._told():
                found = self._connection.execute(
                    f"SELECT key, value FROM {table} WHERE key IN ({marks})", some
                ).fetchall()
            yield from found

    def keep_only(self, table: str, keys: Iterable[str]) -> None:
        """Drop every row of `table` whose key is none of `keys`."""
        wanted = set(keys)
        with self._told(), self._connection:
            held = self._connection.execute(f"SELECT key FROM {table}").fetchall()
            lost = (row for row in held if row[0] not in wanted)
            self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", lost)

    def drop(self, table: str, key: str) -> None:
        """Drop one row, if it is there."""
        with self._told(), self._connection:
            self._connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))

    @property
    def name(self) -> str:
        """The file, as an error names it."""
        return str(self._path)

    def is_empty(self) -> bool:
        """Whether nothing is kept at all."""
        with self._told():
            counts = (self._connection.execute(f"SELECT 1 FROM {t} LIMIT 1") for t in TABLES)
            return all(count.fetchone() is None for count in counts)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _unfit(self._path, error) from error


@contextmanager
def keeping(path: Path) -> Iterator[Kept]:
    """The store in the file `path`, made where it is missing, made anew where it is broken.

    A store that ends up empty leaves no file behind.
    """
    empty = False
    try:
        with closing(_opened(path)) as connection:
            kept = Kept(connection, path)
            try:
                yield kept
            finally:
                with suppress(StatecraftError):
                    empty = kept.is_empty()
    finally:
        if empty:
            _remove(path)


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _connected(path)
    except sqlite3.OperationalError as error:  # a full disk, a closed folder: not the file's fault
        raise _unfit(path, error) from error
    except sqlite3.DatabaseError:
        _remove(path)
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY)
    try:
        # Safe against the death of the process at any moment, at a hundredth of the cost of FULL.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            for table in TABLES:
                columns = "key TEXT PRIMARY KEY, value BLOB NOT NULL"
                connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _unfit(path: Path, error: sqlite3.Error) -> StatecraftError:
    if isinstance(error, sqlite3.OperationalError):
        remedy = "Make room there, or choose another folder with --out; what was read is kept."
        return StatecraftError(str(path), f"it cannot be written: {error}", remedy)
    return StatecraftError(str(path), f"it is broken: {error}", "Remove it; no graph is lost.")
