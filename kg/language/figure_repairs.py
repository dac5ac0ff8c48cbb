"""Repairs of sums that the parser takes for a second thing given.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.trees import move

_NOMINAL = ("NOUN", "PROPN")
_FOR_WHOM = frozenset({"to", "for", "from"})


ALL = ()
