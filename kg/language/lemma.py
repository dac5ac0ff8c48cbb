"""Lemmas by part of speech, from the tables and rules of lemminflect."""

from __future__ import annotations

from functools import lru_cache

import lemminflect

_INFLECTED = frozenset({"VERB", "AUX", "NOUN", "ADJ"})


@lru_cache(maxsize=65536)
def lemma(word: str, pos: str) -> str:
    """Lower-case lemma of an inflected word; names and function words as they stand."""
    if pos not in _INFLECTED:
        return word.lower()
    found: tuple[str, ...] = lemminflect.getLemma(word.lower(), upos=pos)
    return found[0] if found else word.lower()
