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
        words: list[bytes] = []
        with self._opened() as lines:
            for line in lines:
                if line != b"\n":
                    words.append(line)
                elif words:
                    yield from self._block(words)
                    words = []
        if words:
            yield from self._block(words)

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

    def _block(self, words: list[bytes]) -> Iterator[Block]:
        if not words[0].startswith(b"@prefix"):
            yield Block(self._iri(words[0].split(b" ", 1)[0].decode()), b"".join(words).rstrip())

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
    first, second = (side.blocks() for side in sides)
    left, right = next(first, None), next(second, None)
    gone, come = list[Block](), list[Block]()
    while left or right:
        if left and right and left.subject == right.subject:
            if left.words != right.words or not alike:
                gone.append(left)
                come.append(right)
            left, right = next(first, None), next(second, None)
        elif left and (not right or left.subject < right.subject):
            gone.append(left)
            left = next(first, None)
        elif right:
            come.append(right)
            right = next(second, None)
    return gone, come
