"""Mutated inputs through every reader: `python -m tests.benchmarks.fuzz_readers [NUMBER] [SEED]`.

Real files of each format are damaged at random (bytes flipped, cut, repeated, put in, glued) and
read. Nothing may raise, no reader may stop at an input for longer than its limit, and neither
this process nor the one that guarded formats are read in may take over a gigabyte.
"""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from backports import zstd

from kg.model import Article, Unread
from kg.read import inputs
from kg.read.guard import Guard
from kg.read.options import Limits, ReadOptions
from tests.benchmarks.cost import peak, peak_of_children
from tests.read import samples

LIMITS = Limits(seconds=5)
GIGABYTE = 2**20  # in the kilobytes that the system counts in
_ODD = (b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"\n", b"{", b"]", b"<div>", b"<!--", b"&#x;",
        b"\xe2\x80\x8b", b"\xd9\x85", b"\xf0\x9f\x98\x80", b"---\n", b"WARC/1.0\r\n", b"PAR1",
        b"\x1f\x8b", b"9" * 400, b"Content-Length: 99999999\r\n", b"\\ud800")  # fmt: skip


class Lasting(Guard):
    """One process for all inputs, as in one build."""

    def __exit__(self, *error: object) -> None:
        """Nothing: it ends with the fuzzing."""


def seeds(folder: Path) -> dict[str, bytes]:
    """One whole file of every format, by the ending of its name."""
    rows = [samples.row(n, text=samples.TEXT) for n in range(4)]
    matter = b"---\ntitle: Denial\ndate: 2024-10-24\n---\n"
    pages = [samples.page(n).encode() for n in range(3)]
    table = samples.parquet(rows, folder / "seed.parquet").read_bytes()
    made = {
        "txt": samples.TEXT.encode(),
        "md": matter + samples.TEXT.encode(),
        "html": samples.page().encode(),
        "jsonl": samples.jsonl(rows),
        "json": json.dumps(rows).encode(),
        "csv": samples.separated(rows),
        "tsv": samples.separated(rows, "\t"),
        "parquet": table,
        "warc": samples.warc(pages, packed=False),
        "warc.gz": samples.warc(pages, packed=True),
    }
    packers = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress, "zst": zstd.compress}
    made |= {f"jsonl.{ending}": pack(made["jsonl"]) for ending, pack in packers.items()}
    return made


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The file with one to six damages."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(made) + 1)
        end = min(len(made), at + chance.choice((1, 2, 8, 64, 1024)))
        kind = chance.randrange(7)
        if kind == 0 and made:
            made[at % len(made)] = chance.randrange(256)
        elif kind == 1:
            del made[at:]
        elif kind == 2:
            del made[at:end]
        elif kind == 3:
            made[at:at] = made[at:end] * chance.choice((2, 50, 1000))
        elif kind == 4:
            made[at:at] = chance.choice(_ODD) * chance.choice((1, 1, 3, 300))
        elif kind == 5:
            made[at:end] = chance.randbytes(end - at)
        else:
            other = chance.choice(others)
            cut = chance.randrange(len(other))
            made[at:end] = other[cut : cut + 500]
    return bytes(made)


def fuzz(number: int, seed: int, folder: Path) -> dict[str, object]:
    """Read `number` mutated inputs; what came of them, and the worst of time and memory."""
    chance = random.Random(seed)
    whole = seeds(folder)
    endings, others = sorted(whole), [whole[ending] for ending in sorted(whole)]
    outcomes: Counter[str] = Counter()
    slowest, failed = (0.0, ""), list[str]()
    guard = Lasting()
    inputs.Guard = lambda: guard  # type: ignore[assignment, misc]
    options = ReadOptions(limits=LIMITS)
    list(inputs.read([folder / "seed.parquet"], options))  # the process is started once
    for turn in range(number):
        ending = endings[turn % len(endings)]
        path = folder / f"case.{ending}"
        path.write_bytes(mutated(whole[ending], others, chance))
        begun = time.perf_counter()
        try:
            items = list(inputs.read([path], options))
        except Exception as error:
            failed.append(f"{turn} {ending}: {type(error).__name__}: {error}")
            continue
        slowest = max(slowest, (time.perf_counter() - begun, f"input {turn}, {ending}"))
        outcomes["articles"] += sum(isinstance(item, Article) for item in items)
        for item in items:
            if isinstance(item, Article):
                item.text.encode()
            elif isinstance(item, Unread):
                outcomes["declined"] += 1
                lost = ("reading it failed", "crashes its parser", "breaks", "takes longer")
                kind = next((words for words in lost if words in item.reason), None)
                if kind:
                    outcomes[f"declined: {kind}"] += 1
                    outcomes[f"  {ending}: {item.reason[:90]}"] += 1
        path.unlink()
    guard.stop()
    return {
        "inputs": number,
        "raised": failed,
        "slowest": slowest[0],
        "slowest was": slowest[1],
        "kilobytes": peak(),
        "kilobytes of the other process": peak_of_children(),
        **outcomes,
    }


def main() -> None:
    """Fuzz, and print what came of it."""
    given = [int(word) for word in sys.argv[1:3]]
    number, seed = (*given, *(10_000, 1)[len(given) :])
    with tempfile.TemporaryDirectory() as folder:
        for name, value in fuzz(number, seed, Path(folder)).items():
            print(f"{name:40} {value}")


if __name__ == "__main__":
    main()
