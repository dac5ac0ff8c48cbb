"""Words as parts of ids: lower-case ASCII with hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNKNOWN = "x"
"""Stands for words that hold no letter or digit of ASCII, and for a side that no claim names."""


@lru_cache(maxsize=1 << 14)
def slug(words: str) -> str:
    """`words` folded to lower-case ASCII, hyphens between."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or UNKNOWN
