"""Who puts out news: agencies, outlets, portals and their owners, and how reports credit them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from msgspec import Struct

from kg.errors import KnowledgeError
from kg.knowledge import gazetteer
from kg.knowledge.keys import keys
from kg.knowledge.names import Closed, Word, Words, names
from kg.knowledge.rows import Table, unique
from kg.knowledge.schema import read
from kg.knowledge.tables import PublisherRow
from kg.resources import ontology

_FILE: Final = "publishers.csv"
_CREDITS: Final = "credits.toml"
_OF: Final = "publisher, state or organisation"
_BETWEEN: Final = re.compile(r"^the\s+|\W+", re.IGNORECASE)
_WEB: Final = "www."


class Credits(Struct, frozen=True, forbid_unknown_fields=True):
    """`ontology/gazetteer/credits.toml`: the words around the name of whom a report credits."""

    before: Words
    behind: Words
    staff: Words
    pictures: Words
    suffixes: Words
    signatures: dict[str, tuple[Word, ...]]


@dataclass(frozen=True)
class Publishers:
    """The rows of `publishers.csv` by key, and what finds them. Build it once by `load()`."""

    rows: Mapping[str, PublisherRow]
    by_name: Mapping[str, str]
    by_domain: Mapping[str, str]
    states: Mapping[str, str]
    bodies: Mapping[str, str]

    def named(self, name: str) -> str:
        """Key of the publisher of that name or host, "" where no row has it."""
        return self.by_name.get(_folded(name)) or self.of_host(name.strip().lower())

    def of_host(self, host: str) -> str:
        """Key of the publisher at that host, which may lie below one of its domains."""
        parts = host.removeprefix(_WEB).split(".")
        above = (".".join(parts[at:]) for at in range(len(parts) - 1))
        return next((self.by_domain[name] for name in above if name in self.by_domain), "")

    def family(self, key: str) -> str:
        """Key of the uppermost owner of the publisher `key`: itself where nobody owns it."""
        while key in self.rows and self.rows[key].of:
            key = self.rows[key].of
        return key

    def is_state(self, key: str) -> bool:
        """Whether `key` is that of a state."""
        return key in self.states

    def label(self, key: str) -> str:
        """What the publisher, state or organisation `key` is called."""
        return self.rows[key].label if key in self.rows else {**self.bodies, **self.states}[key]


@cache
def load() -> Publishers:
    """The shipped table, read once; KnowledgeError where it breaks its schema.

    Also where a name or domain is that of two rows, or somebody would own himself.
    """
    return publishers(Table.load(ontology("gazetteer", _FILE), PublisherRow))


@cache
def crediting() -> Credits:
    """The shipped words of credits; KnowledgeError as `load`."""
    found = read(ontology("gazetteer", _CREDITS), Credits)
    known = names(load().rows, _FILE)
    for key in found.signatures:
        if key not in known.known:
            place = f"gazetteer/{_CREDITS}: signatures.{key}"
            raise KnowledgeError(place, "there is no such publisher", known.remedy(key))
    return found


def publishers(table: Table[PublisherRow]) -> Publishers:
    """The publishers of a table; KnowledgeError as `load`."""
    unique(table, "key")
    rows = {row.key: row for row in table.rows(_closed(table))}
    _check_owners(table.name, rows)
    known = gazetteer.load()
    return Publishers(
        rows,
        _finder(
            table.name, ((_folded(n), row.key) for row in rows.values() for n in names_of(row))
        ),
        _finder(table.name, ((d, row.key) for row in rows.values() for d in row.domains)),
        {state.key: state.label for state in known.states.values()},
        {body.key: body.label for body in known.organisations.values()},
    )


def names_of(row: PublisherRow) -> tuple[str, ...]:
    """The label of a publisher and its other names."""
    return tuple(dict.fromkeys((row.label, *row.names)))


def _closed(table: Table[PublisherRow]) -> Closed:
    powers = keys()["state or organisation"]
    known = powers.known | table.column("key")
    return {_OF: names(known, f"{table.name} and {powers.declared}")}


def _check_owners(name: str, rows: Mapping[str, PublisherRow]) -> None:
    for row in rows.values():
        above, seen = row.of, {row.key}
        while above in rows:
            if above in seen:
                place = f"{name}: {row.key} of {row.of}"
                raise KnowledgeError(place, "whoever owns it belongs to it", "Cut the circle.")
            seen.add(above)
            above = rows[above].of


def _finder(name: str, pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for word, key in pairs:
        other = found.setdefault(word, key)
        if other != key:
            rule = f"{other} and {key} both have it"
            raise KnowledgeError(f"{name}: {word}", rule, "Leave it to one of them.")
    return found


def _folded(name: str) -> str:
    """A name in small letters, without article, spaces and punctuation."""
    return _BETWEEN.sub("", name.strip()).casefold()
