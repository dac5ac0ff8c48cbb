"""XML written as a stream: each element is built, written and let go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element, indent, tostring

SPACE: Final = "  "


class Stream:
    """Elements in the order in which they are put, UTF-8, each on lines of its own."""

    def __init__(self, out: BinaryIO) -> None:
        self._out, self._depth = out, 0
        self._line("<?xml version='1.0' encoding='utf-8'?>")

    @contextmanager
    def within(self, tag: str, given: Mapping[str, str]) -> Iterator[None]:
        """What is put meanwhile stands in an element of that tag."""
        opened = tostring(Element(tag, dict(given)), "unicode", short_empty_elements=False)
        head, _, tail = opened.rpartition("</")
        self._line(head)
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{tail}")

    def put(self, element: Element) -> None:
        """Write one element with all that it holds."""
        indent(element, SPACE, self._depth)
        element.tail = None
        self._line(tostring(element, "unicode"))

    def _line(self, text: str) -> None:
        self._out.write(f"{SPACE * self._depth}{text}\n".encode())


def holding(tag: str, given: Mapping[str, str], *inner: Element) -> Element:
    """An element with these attributes and elements in it."""
    made = Element(tag, dict(given))
    made.extend(inner)
    return made
