"""Names that several bear: regions of federal states, and cities under whose name others act."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from kg import resources
from kg.knowledge.keys import keys
from kg.knowledge.names import Words
from kg.knowledge.rows import Row, Table, unique
from kg.knowledge.schema import read
from kg.knowledge.tables import PlaceKind, RegionRow, SeatRow


class RegionalFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file regional.toml: `bodies` that regions have, and `kinds` that end names of places.

    `endings` and `beginnings` tell what a place is by words of its name.
    """

    bodies: Words
    kinds: Words
    endings: dict[PlaceKind, Words]
    beginnings: dict[PlaceKind, Words]


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
        self._endings, self._beginnings = _by_word(words.endings), _by_word(words.beginnings)

    def kind(self, place: str) -> str:
        """Kind of a place by the words of its name, the longest that tell; "" where none do."""
        words = place.lower().split()
        for size in range(len(words) - 1, 0, -1):
            end, begin = " ".join(words[-size:]), " ".join(words[:size])
            if found := self._endings.get(end) or self._beginnings.get(begin):
                return found
        return ""

    def region(self, name: str) -> RegionRow | None:
        """The region of that name; None where no state, or more than one, has one."""
        rows = self.regions.get(name, [])
        return rows[0] if len({row.of for row in rows}) == 1 else None


def _by_word(kinds: dict[PlaceKind, Words]) -> dict[str, PlaceKind]:
    return {word: kind for kind, words in kinds.items() for word in words}


def _table(name: str, kind: type[Row]) -> Table[Row]:
    return Table.load(resources.ontology("gazetteer", name), kind)


@cache
def load() -> Homonyms:
    """The shipped tables, read once; KnowledgeError where a file breaks its schema."""
    return Homonyms()
