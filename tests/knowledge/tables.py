"""A gazetteer of a few rows, written where a test wants it."""

from __future__ import annotations

import csv
from pathlib import Path

from kg.knowledge import tables

ROWS = {
    "states.csv": tables.StateRow,
    "organisations.csv": tables.OrganisationRow,
    "bodies.csv": tables.BodyRow,
    "roles.csv": tables.RoleRow,
    "leaders.csv": tables.LeaderRow,
    "places.csv": tables.PlaceRow,
}
WORLD: dict[str, list[dict[str, str]]] = {
    "states.csv": [
        {"key": "SDN", "label": "Sudan", "adjective": "Sudanese", "capitals": "Khartoum"},
        {"key": "SSD", "label": "South Sudan", "adjective": "South Sudanese", "capitals": "Juba"},
        {
            "key": "GBR",
            "label": "United Kingdom",
            "names": "Britain|UK|U.K.",
            "adjective": "British",
            "adjectives": "UK|U.K.",
            "demonyms": "Briton|Britons",
            "capitals": "London",
            "seats": "Whitehall",
        },
        {"key": "CIV", "label": "Côte d'Ivoire", "names": "Ivory Coast", "demonyms": "Ivorians"},
        {"key": "GEO", "label": "Georgia", "wikidata": "Q230"},
    ],
    "organisations.csv": [
        {"key": "AU", "label": "African Union", "kind": "IntergovernmentalOrganization"},
        {"key": "BOKO", "label": "Boko Haram", "kind": "ArmedGroup", "members": "SDN|SSD"},
    ],
    "bodies.csv": [
        {"key": "GBR-ARMY", "of": "GBR", "role": "army", "label": "British Army", "main": "true"},
        {"key": "GBR-OLD", "of": "GBR", "role": "army", "label": "New Model Army", "main": "false"},
    ],
    "roles.csv": [
        {"role": "army", "kind": "body", "words": "army|land forces", "speaks": "true"},
        {
            "role": "head_of_government",
            "kind": "office",
            "words": "prime minister",
            "titles": "Prime Minister|PM",
            "speaks": "true",
        },
        {
            "role": "head_of_state",
            "kind": "office",
            "words": "president",
            "titles": "President",
            "speaks": "true",
        },
        {
            "role": "ruling_council",
            "kind": "body",
            "words": "army",
            "states": "SDN",
            "speaks": "true",
        },
    ],
    "leaders.csv": [
        {
            "key": "ann-hill",
            "label": "Ann Hill",
            "surname": "Hill",
            "office": "head_of_government",
            "of": "GBR",
            "start": "2011-05",
            "end": "2014",
        },
        {
            "key": "bo-hill",
            "label": "Bo Hill",
            "names": "Bosworth Hill",
            "surname": "Hill",
            "office": "head_of_government",
            "of": "GBR",
            "start": "2016-03-02",
        },
        {
            "key": "ann-hill",
            "label": "Ann Hill",
            "surname": "Hill",
            "office": "head_of_state",
            "of": "GEO",
            "start": "2018-01-01",
            "end": "2019-02",
        },
    ],
    "places.csv": [
        {"key": "darfur", "label": "Darfur", "kind": "region", "of": "SDN"},
        {"key": "red-sea", "label": "Red Sea", "kind": "sea"},
    ],
}


def write(folder: Path, tables: dict[str, list[dict[str, str]]] | None = None) -> None:
    """All six tables into `folder`/gazetteer, with the columns that the row classes have."""
    (folder / "gazetteer").mkdir()
    for name, rows in (tables or WORLD).items():
        columns = ROWS[name].__struct_fields__
        with (folder / "gazetteer" / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [*columns, "checked"], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
