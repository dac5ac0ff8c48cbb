"""Two Turtle files of ours read side by side: what stands in one and not in the other.

Both come in order of subject, so that neither is held, and what is the same in both is not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO, Final

import pyoxigraph as ox

from kg.rdf.load import unreadable

AT_ONCE: Final = 1 << 18
"""Bytes that are read of a file at a time."""
_PREFIX: Final = re.compile(rb"@prefix ([^:]*): <([^>]*)> \.\n")


@dataclass(frozen=True, slots=True)
class Block:
    """What a file says of one subject, an IRI."""

    subject: str
    words: bytes


class Side:
    """A Turtle file as `kg.rdf.turtle` writes it; GraphError where it is none or is missing."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Prefix to namespace."""
        found = {}
        with self._opened() as lines:
            for line in lines:
                if not (match := _PREFIX.fullmatch(line)):
                    break
                found[match[1].decode()] = match[2].decode()
        return found

    def blocks(self) -> Iterator[Block]:
        """Everything below the prefixes, in order."""
        return map(self.block, self.pieces())

    def pieces(self) -> Iterator[bytes]:
        """The words of each block, in order: what stands between empty lines."""
        rest = b""
        with self._opened() as file:
            # No less than what is left over, lest what holds no empty line is copied ever again.
            while read := file.read(max(AT_ONCE, len(rest))):
                *whole, rest = (rest + read).split(b"\n\n")
                yield from self._said(whole)
        yield from self._said([rest])

    def block(self, piece: bytes) -> Block:
        """What a piece says, and of what."""
        return Block(self._iri(piece.split(None, 1)[0].decode()), piece)

    def triples(self, blocks: Iterable[Block]) -> Iterator[ox.Triple]:
        """What these blocks say."""
        header = "".join(f"@prefix {n}: <{space}> .\n" for n, space in self.prefixes.items())
        turtle = b"\n".join(block.words for block in blocks)
        try:
            for quad in ox.parse(header.encode() + turtle, format=ox.RdfFormat.TURTLE):
                yield quad.triple
        except SyntaxError as error:
            raise unreadable(self.path, error) from error

    def names(self, iri: str) -> tuple[str, ...]:
        """How the file may write an IRI: in full, and at last as its writer does."""
        node = ox.NamedNode(iri)
        triple = ox.Triple(node, node, node)
        raw = ox.serialize([triple], format=ox.RdfFormat.TURTLE, prefixes=self.prefixes)
        assert raw is not None  # None only where an output stream was given
        return str(node), raw.decode().splitlines()[-1].split()[0]

    @staticmethod
    def _said(pieces: Iterable[bytes]) -> Iterator[bytes]:
        stripped = (piece.strip(b"\n") for piece in pieces)
        return (piece for piece in stripped if piece and not piece.startswith(b"@prefix"))

    def _iri(self, name: str) -> str:
        if name.startswith("<"):
            return name[1:-1]
        prefix, _, local = name.partition(":")
        if prefix not in self.prefixes:
            raise unreadable(self.path, ValueError(f"{name[:80]!r} has no prefix"))
        return self.prefixes[prefix] + local.replace("\\", "")

    def _opened(self) -> BinaryIO:
        try:
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(self.path, error) from error


def differing(one: Path, other: Path) -> tuple[list[Block], list[Block]]:
    """The blocks that stand so in the first file alone, and those that stand so in the other.

    GraphError where a file is missing or is no such Turtle.
    """
    sides = Side(one), Side(other)
    alike = sides[0].prefixes == sides[1].prefixes
    first, second = (side.pieces() for side in sides)
    left, right = next(first, None), next(second, None)
    gone, come = list[Block](), list[Block]()
    while left or right:
        if left == right and alike:  # most are: not even their subjects are asked for
            left, right = next(first, None), next(second, None)
            continue
        old = sides[0].block(left) if left else None
        new = sides[1].block(right) if right else None
        if old and (not new or old.subject <= new.subject):
            gone.append(old)
            left = next(first, None)
        if new and (not old or new.subject <= old.subject):
            come.append(new)
            right = next(second, None)
    return gone, come
