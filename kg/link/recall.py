"""What follows from a part of a corpus alone, and so need not be found again when others change.

Who links gives for each such part the content that all of it follows from, and how it is made.
Whether anything was made before, and where it lies, is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import msgspec

_S = TypeVar("_S")
_T = TypeVar("_T")


class Recall(Protocol):
    """Gives what was made of the same contents before, else makes it."""

    def __call__(
        self,
        what: type[_T],
        parts: Sequence[_S],
        content: Callable[[_S], bytes],
        make: Callable[[_S], _T],
    ) -> list[_T]:
        """One of `what` for each of `parts`, in order; it follows from the content of the part."""


def afresh(
    what: type[_T],
    parts: Sequence[_S],
    content: Callable[[_S], bytes],
    make: Callable[[_S], _T],
) -> list[_T]:
    """Recalls nothing."""
    return list(map(make, parts))


def content(*told: object) -> bytes:
    """The bytes of values and carriers; of sets the same, however they are ordered."""
    return msgspec.msgpack.encode(told, order="deterministic")
