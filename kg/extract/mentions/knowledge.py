"""What reading any article needs to know of the world."""

from __future__ import annotations

from dataclasses import dataclass

from kg.knowledge.gazetteer import Gazetteer
from kg.knowledge.lexicon import Lexicon
from kg.language.names import NameFinder


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Gazetteer, name finder and lexicon, loaded once for all articles."""

    gazetteer: Gazetteer
    finder: NameFinder
    lexicon: Lexicon
