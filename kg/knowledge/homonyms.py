"""Names that several bear: regions of federal states, and cities under whose name others act."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from kg import resources
from kg.knowledge.keys import keys
from kg.knowledge.names import Words
from kg.knowledge.rows import Row, Table, unique
from kg.knowledge.schema import read
from kg.knowledge.tables import RegionRow, SeatRow


class RegionalFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file regional.toml: `bodies` that regions have, and `kinds` that end names of places."""

    bodies: Words
    kinds: Words


class Homonyms:
    """Regions by their names, seats by their city, and the words that tell them apart."""

    def __init__(self) -> None:
        closed = keys()
        regions, seats = _table("regions.csv", RegionRow), _table("seats.csv", SeatRow)
        unique(regions, "key")
        unique(seats, "city", "of")
        self.regions: dict[str, list[RegionRow]] = {}
        for row in regions.rows(closed):
            for name in dict.fromkeys((row.label, *row.names)):
                self.regions.setdefault(name, []).append(row)
        self.seats: dict[str, list[SeatRow]] = {}
        for seat in seats.rows(closed):
            self.seats.setdefault(seat.city, []).append(seat)
        words = read(resources.ontology("gazetteer", "regional.toml"), RegionalFile)
        self.bodies, self.kinds = words.bodies, words.kinds


def _table(name: str, kind: type[Row]) -> Table[Row]:
    return Table.load(resources.ontology("gazetteer", name), kind)


@cache
def load() -> Homonyms:
    """The shipped tables, read once; KnowledgeError where a file breaks its schema."""
    return Homonyms()
