"""Inputs to articles, opened by the workers: each file by one of them, names unique over all."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Article, Unread
from kg.read.formats import split_name
from kg.read.inputs import index_lines, of_file
from kg.read.naming import from_path, key
from kg.read.options import ReadOptions
from kg.read.versions import unique
from kg.read.walk import STDIN, Found, find
from kg.spark.session import told

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext

Item = Article | Unread
Place = tuple[str, str, int]
"""Where an item stands in the order of inputs: name and path of its file, number in it."""
Keyed = tuple[tuple[int, Place], Item]
_URL = re.compile(r"([a-z][a-z0-9+.-]+):/+(?=[^/])")
"""How an address begins; a path has its slashes made one."""
_BITS = 64


def is_url(path: Path) -> bool:
    """Whether an input lies where only Spark can open it."""
    return bool(_URL.match(str(path)))


def articles(
    context: SparkContext, paths: Sequence[Path], options: ReadOptions, parts: int
) -> RDD[Item]:
    """Articles of files, folders, patterns and addresses, and why others gave none.

    In `parts` parts and in an order that follows from names alone, so that each part is about as
    large as the next; what came once stays where it was when others come. InputError where
    nothing is found, or standard input is given.
    """
    if any(str(path) == STDIN for path in paths):
        raise InputError(STDIN, "standard input is on one machine alone", "Give files.")
    keyed = context.union([*_local(context, paths, options), *_remote(context, paths, options)])
    ordered = keyed.repartitionAndSortWithinPartitions(parts, lambda at: at[0] * parts >> _BITS)
    return ordered.mapPartitions(_unique)


def _local(
    context: SparkContext, paths: Iterable[Path], options: ReadOptions
) -> Iterator[RDD[Keyed]]:
    given = [path for path in paths if not is_url(path)]
    if not given:
        return
    files, folders, closed = find(given)
    if not files:
        raise InputError(", ".join(map(str, given)), "nothing to read in it", "Put files there.")
    lines = [*closed, *index_lines(files, folders)]
    yield context.parallelize([_keyed(("", "", n), line) for n, line in enumerate(lines)], 1)
    opened = context.parallelize([replace(f, path=f.path.absolute()) for f in files], len(files))
    yield opened.flatMap(lambda file: _opened(file, options))


def _remote(
    context: SparkContext, paths: Iterable[Path], options: ReadOptions
) -> Iterator[RDD[Keyed]]:
    urls = [_address(path) for path in paths if is_url(path)]
    if not urls:
        return
    try:
        files = context.binaryFiles(",".join(urls), context.defaultParallelism)
        files.getNumPartitions()
    except Exception as error:  # whatever Java throws comes wrapped
        remedy = "Check the address; s3a:// needs the package hadoop-aws (the guide says how)."
        raise InputError(" ".join(urls), told(error), remedy) from error
    yield files.flatMap(lambda held: _fetched(held[0], held[1], options))


def _address(path: Path) -> str:
    """A path that was an address, with its slashes again."""
    begin = r"\1:///" if str(path).startswith("file:") else r"\1://"
    return _URL.sub(begin, str(path), count=1)


def _fetched(url: str, content: bytes, options: ReadOptions) -> Iterator[Keyed]:
    """The items of a file of an address, which lies on this machine while it is read."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        path = Path(folder, PurePosixPath(url).name)
        path.write_bytes(content)
        yield from _opened(Found(from_path((split_name(path.name)[0],)), url, path, True), options)


def _opened(file: Found, options: ReadOptions) -> Iterator[Keyed]:
    for number, item in enumerate(of_file(file, options)):
        yield _keyed((file.name, file.shown, number), item)


def _keyed(place: Place, item: Item) -> Keyed:
    name = key(item.name) if isinstance(item, Article) else item.source
    digest = sha256(name.encode("utf-8", "surrogatepass")).digest()
    return (int.from_bytes(digest[: _BITS // 8]), place), item


def _unique(keyed: Iterable[Keyed]) -> Iterator[Item]:
    for _, same in groupby(keyed, key=lambda one: one[0][0]):
        yield from unique(item for _, item in same)
