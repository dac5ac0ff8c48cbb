"""What linking found of each article and of each two, kept from one build to the next.

It is looked up by the contents that it follows from, so that whatever changes, in the corpus, the
code or the tables, leads to other keys: nothing has to be told what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import msgspec

from kg.corpus.cache.identity import digest, linking_identity
from kg.corpus.cache.readings import Kept

TABLE = "linkings"
_AT_ONCE = 256
"""Parts that are looked up, and kept where they are made, together."""
_S = TypeVar("_S")
_T = TypeVar("_T")


class Linkings:
    """A `kg.link.recall.Recall` over what is kept; `keys` are those that were asked for."""

    def __init__(self, kept: Kept) -> None:
        self._kept, self.keys = kept, list[str]()

    def recall(
        self,
        what: type[_T],
        parts: Sequence[_S],
        content: Callable[[_S], bytes],
        make: Callable[[_S], _T],
    ) -> list[_T]:
        """What was made of the contents in an earlier build; else it is made now, and kept."""
        known = linking_identity().encode(), str(what).encode()
        decode = msgspec.msgpack.Decoder(what).decode
        found: list[_T] = []
        coming = iter(parts)
        while some := list(islice(coming, _AT_ONCE)):
            keys = [digest(*known, content(part)) for part in some]
            self.keys += keys
            held = dict(self._known(keys, decode))
            missing = {k: part for k, part in zip(keys, some, strict=True) if k not in held}
            made = {key: make(part) for key, part in missing.items()}
            if made:
                encode = msgspec.msgpack.Encoder().encode
                self._kept.put(TABLE, [(key, encode(one)) for key, one in made.items()])
            found += (held[key] if key in held else made[key] for key in keys)
        return found

    def _known(
        self, keys: Sequence[str], decode: Callable[[bytes], _T]
    ) -> Iterator[tuple[str, _T]]:
        for key, blob in self._kept.find(TABLE, keys):
            try:
                yield key, decode(blob)
            except msgspec.DecodeError:
                continue  # broken on disk: made anew
