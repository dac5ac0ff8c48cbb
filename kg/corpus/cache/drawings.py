"""Places of the drawing on disk: what is drawn as before is not laid out again.

A drawing falls into components, and where the nodes of one stand follows from its boxes and ties
alone. Most articles add nothing to the lines that are drawn at opening.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import msgspec

from kg.corpus.cache.identity import digest, drawing_identity
from kg.corpus.cache.readings import Kept

TABLE = "drawings"
Points: TypeAlias = list[tuple[float, float]]


class Drawings:
    """Looks up places by what they follow from; `keys` are those that were asked for."""

    def __init__(self, kept: Kept) -> None:
        self._kept, self.keys = kept, list[str]()
        self._decode = msgspec.msgpack.Decoder(Points).decode

    def recall(self, content: bytes, make: Callable[[], Points]) -> Points:
        """What was made of `content` in an earlier build; else it is made now, and kept."""
        key = digest(drawing_identity().encode(), content)
        self.keys.append(key)
        for _, blob in self._kept.find(TABLE, [key]):
            try:
                return self._decode(blob)
            except msgspec.DecodeError:
                break  # broken on disk: made anew
        made = make()
        self._kept.put(TABLE, [(key, msgspec.msgpack.encode(made))])
        return made
