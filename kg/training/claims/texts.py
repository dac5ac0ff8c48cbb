"""The open texts that were labelled besides, made again from where they lie.

    python -m kg.training.claims.texts tests/gold/open SHARED --out FOLDER

`tests/gold/open` holds labels by offset and says of each text where it is from; the texts are under
licences of their own and stay outside the repository. SHARED holds `gold/raw/` (days of current
events, state releases) and `treebank/data/` (Wikinews, and documents of EWT, GUM and PUD). FOLDER
is then one that `python -m kg.training.claims` takes.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import logging
import re
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

LONGEST = 5000
"""Code points that are kept of an article of Wikinews, and of a document of a treebank less 800."""
_FEWEST = 700
"""Words from which a document of a treebank is cut at the end of a sentence."""
_DATELINE = re.compile(r"^\w+day, \w+ \d+, \d{4}\s*")
_BEHIND = re.compile(r"\n\s*(Sources|Related news|Have an opinion)")
_log = logging.getLogger(__name__)


def releases(path: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each line of a file of raw texts."""
    for row in map(json.loads, _lines(path)):
        yield row["id"], row["text"]


def wikinews(path: Path) -> Iterator[tuple[str, str]]:
    """Title and text of each article, the title as first sentence, without date and sources."""
    csv.field_size_limit(2**30)
    for row in csv.DictReader(_lines(path)):
        told = _DATELINE.sub("", row["text"].replace("\xa0", " ").strip())
        told = re.sub(r"\n\s*\n+", "\n\n", _BEHIND.split(told)[0]).strip()
        title = row["title"].strip()
        yield title, f"{title}.\n\n{told}"[:LONGEST]


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each document of a treebank; of PUD each run of sentences of one text."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in _lines(path):
        key, _, value = line.partition("=")
        if key.startswith("# newdoc"):
            name = value.strip()
        elif key.startswith("# newpar"):
            found.setdefault(name, []).append("\n\n")
        elif key.strip() == "# sent_id" and path.name.startswith("pud"):
            name = value.strip()[:-3]
        elif key.strip() == "# text":
            found.setdefault(name, []).append(f"{value.strip()} ")
    for name, parts in found.items():
        yield name, _cut(re.sub(r" *\n\s*", "\n\n", "".join(parts)).strip())


def _cut(text: str) -> str:
    if len(text.split()) <= _FEWEST:
        return text
    return text[: LONGEST - 800].rsplit(". ", 1)[0] + "."


def made(wanted: Iterable[Mapping[str, str]], shared: Path) -> Iterator[Mapping[str, str]]:
    """Each of `wanted` (id, source, key, published, digest) with its text, if it is the same one.

    What is not found, or is another text than was labelled, is told of and left out.
    """
    texts = dict(_found(shared))
    for row in wanted:
        text = texts.get(row["key"], "")
        if hashlib.sha256(text.encode()).hexdigest()[:16] == row["digest"]:
            yield {"id": row["id"], "text": text, "published": row["published"]}
        else:
            _log.warning("%s: no such text as was labelled", row["id"])


def _found(shared: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((shared / "gold" / "raw").glob("*.jsonl.gz")):
        yield from releases(path)
    for path in sorted((shared / "treebank" / "data").glob("wikinews_*.csv.gz")):
        yield from wikinews(path)
    for path in sorted((shared / "treebank" / "data").glob("*.conllu.gz")):
        yield from documents(path)


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def main() -> None:
    """Read the command line and write labels and texts side by side."""
    parser = ArgumentParser(prog="python -m kg.training.claims.texts", description=__doc__)
    parser.add_argument("labels", type=Path, help="folder with gold.jsonl and texts.jsonl")
    parser.add_argument("shared", type=Path, help="folder with gold/raw and treebank/data")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    wanted = map(json.loads, (given.labels / "texts.jsonl").read_text("utf-8").splitlines())
    with (given.out / "articles.jsonl").open("w", encoding="utf-8") as articles:
        for row in made(wanted, given.shared):
            articles.write(json.dumps(row, ensure_ascii=False) + "\n")
    (given.out / "gold.jsonl").write_bytes((given.labels / "gold.jsonl").read_bytes())


if __name__ == "__main__":
    main()
