"""Bytes on their way to a file, their head put in order: the engine names prefixes in any order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import BinaryIO, Final, cast

import pyoxigraph as ox

_PREFIXES: Final = re.compile(rb"\A(?:@prefix [^\n]*\n)*(?=[^@]|@[^p])")
_ROOT: Final = re.compile(rb"\A(.*?<rdf:RDF)((?: xmlns:[^>]*)?)>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(rb" xmlns:[^ ]+")


def serialize(
    items: Iterable[ox.Triple] | Iterable[ox.Quad],
    out: BinaryIO,
    form: ox.RdfFormat,
    names: Mapping[str, str],
) -> None:
    """Write items in their order, with these prefixes in theirs."""
    stream = Ordered(out, of_xml if form == ox.RdfFormat.RDF_XML else of_turtle)
    ox.serialize(items, cast("BinaryIO", stream), format=form, prefixes=dict(names))
    stream.close()


class Ordered:
    """A stream for the engine's writer: what goes through it goes on to `out`, the head sorted."""

    def __init__(self, out: BinaryIO, head: Callable[[bytes], bytes | None]) -> None:
        self._out, self._head, self._held = out, head, b""
        self._begun = False

    def write(self, data: bytes) -> int:
        """Take bytes; the first are held until the head is whole."""
        if self._begun:
            self._out.write(data)
        else:
            self._held += data
            ordered = self._head(self._held)
            if ordered is not None:
                self._out.write(ordered)
                self._begun, self._held = True, b""
        return len(data)

    def flush(self) -> None:
        """Nothing is held back but an unfinished head."""

    def close(self) -> None:
        """Let go of what is still held; the stream behind stays open."""
        if not self._begun:
            ordered = self._head(self._held + b"\n")  # a graph may end with its head
            self._out.write(self._held if ordered is None else ordered[:-1])
        self._held = b""


def of_turtle(data: bytes) -> bytes | None:
    """Turtle or TriG with its prefixes sorted; None where more of them may come."""
    found = _PREFIXES.match(data)
    if found is None:
        return None
    lines = found[0].splitlines(keepends=True)
    return b"".join(sorted(lines)) + data[found.end() :]


def of_xml(data: bytes) -> bytes | None:
    """RDF/XML with the namespaces of its root sorted; None where the root is not whole."""
    found = _ROOT.match(data)
    if found is None:
        return None
    names = b"".join(sorted(_ATTRIBUTE.findall(found[2])))
    return found[1] + names + b">" + data[found.end() :]
