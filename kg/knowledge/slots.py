"""The slots of the syntax view in which a frame may look for a role.

Those that the code reads have names of their own; all others are prepositions, which
`ontology/lexicon/prepositions.toml` lists. Behind `of theme` a preposition is looked for at the
theme's side only.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from kg.knowledge.names import Closed, Names, Words
from kg.knowledge.schema import read

OF_THEME = "of theme "
OF_BOTH = frozenset({
    "self", "owner of theme", "condition", "object clause", "clause", "clause head",
    "clause object", "clause against", "clause subject", "clause fate",
})  # fmt: skip
"""Slots of verbs and nouns alike."""
OF_VERBS = frozenset({"subject", "object", "dative", "complement", "arrival"})
OF_NOUNS = frozenset(
    {"owner", "attribute", "adjective", "site", "victim", "getter", "teller", "responsible"}
)


class Prepositions(Struct, frozen=True, forbid_unknown_fields=True):
    """The file prepositions.toml."""

    prepositions: Words


def slots(path: Path) -> Closed:
    """The closed sets of slots, with the prepositions that the file at `path` lists."""
    found = read(path, Prepositions).prepositions
    declared = f"{path.parent.name}/{path.name}"
    return {
        "slot of a verb": _slots(OF_BOTH | OF_VERBS, found, declared),
        "slot of a noun": _slots(OF_BOTH | OF_NOUNS, found, declared),
    }


def _slots(named: frozenset[str], prepositions: frozenset[str], declared: str) -> Names:
    beside = {OF_THEME + word for word in prepositions}
    shown = named | prepositions
    return Names(shown | beside, f"prepositions in {declared}", shown)
