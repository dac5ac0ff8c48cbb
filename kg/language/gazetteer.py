"""The gazetteer: states, organisations, bodies, roles, leaders and places, read from CSV.

A file's columns are the fields of its row class, no more and no fewer; `checked` and other
columns of provenance are for people and are skipped.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Literal, TypeVar, get_args

from kg import resources
from kg.errors import KnowledgeError
from kg.model import Agent, AgentKind, Term

Form = Literal[
    "name", "adjective", "demonym", "capital", "seat", "organisation", "body", "leader", "place"
]
Row = TypeVar("Row")
_PROVENANCE = frozenset({"checked"})


@dataclass(frozen=True, slots=True)
class StateRow:
    """A row of states.csv."""

    key: str
    iso2: str
    label: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    wikidata: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A row of organisations.csv."""

    key: str
    label: str
    kind: str
    names: tuple[str, ...]
    of: str
    members: tuple[str, ...]
    wikidata: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row of bodies.csv; `main` marks the body that a role word of its state stands for."""

    key: str
    of: str
    role: str
    label: str
    names: tuple[str, ...]
    main: str
    wikidata: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A row of roles.csv: the words for a body or an office of any state, or of some."""

    role: str
    kind: str
    words: tuple[str, ...]
    titles: tuple[str, ...]
    states: tuple[str, ...]
    speaks: str


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A row of leaders.csv: one term of office."""

    key: str
    label: str
    names: tuple[str, ...]
    surname: tuple[str, ...]
    office: str
    title: tuple[str, ...]
    of: str
    start: str
    end: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A row of places.csv; `of` is empty where the place is no single state's."""

    key: str
    label: str
    names: tuple[str, ...]
    kind: str
    of: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: an agent's key, or a place's label with the state it lies in."""

    form: Form
    key: str
    label: str


class Gazetteer:
    """All rows with the look-ups that reading needs; build it once by `load()`."""

    def __init__(self) -> None:
        self.states = {r.key: r for r in _rows("states.csv", StateRow)}
        self.organisations = {r.key: r for r in _rows("organisations.csv", OrganisationRow)}
        self.bodies = {r.key: r for r in _rows("bodies.csv", BodyRow)}
        self.places = tuple(_rows("places.csv", PlaceRow))
        self.roles = tuple(_rows("roles.csv", RoleRow))
        self.leaders: dict[str, list[LeaderRow]] = {}
        for row in _rows("leaders.csv", LeaderRow):
            self.leaders.setdefault(row.key, []).append(row)
        self._main = {(b.of, b.role): b.key for b in self.bodies.values() if b.main == "true"}
        self._words = self._role_words()
        self._titles = self._role_titles()
        self.longest_role = max(len(w.split()) for w in (*self._words, *self._titles))

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every name with what it stands for; a name may stand for several things."""
        for state in self.states.values():
            yield from _entries("name", state.key, state.label, (state.label, *state.names))
            yield from _entries("adjective", state.key, state.label, state.adjectives)
            yield from _entries("demonym", state.key, state.label, state.demonyms)
            yield from _entries("capital", state.key, state.label, state.capitals)
            yield from _entries("seat", state.key, state.label, state.seats)
        for org in self.organisations.values():
            yield from _entries("organisation", org.key, org.label, (org.label, *org.names))
        for body in self.bodies.values():
            yield from _entries("body", body.key, body.label, (body.label, *body.names))
        for key, terms in self.leaders.items():
            yield from _entries("leader", key, terms[0].label, (terms[0].label, *terms[0].names))
        for place in self.places:
            yield from _entries("place", place.of, place.label, (place.label, *place.names))

    def agent(self, key: str, on: date | None = None) -> Agent:
        """The agent of `key`, a leader as of the day `on`; KeyError where no row has the key."""
        if key in self.states:
            state = self.states[key]
            return Agent(key, "State", state.label, iso3=key, wikidata=state.wikidata or None)
        if key in self.organisations:
            return self._organisation(self.organisations[key])
        if key in self.bodies:
            body = self.bodies[key]
            return Agent(key, "GovernmentBody", body.label, body.of, wikidata=body.wikidata or None)
        return self._leader(key, on)

    def _organisation(self, row: OrganisationRow) -> Agent:
        kind: AgentKind = row.kind  # type: ignore[assignment]  # checked against AgentKind on load
        return Agent(row.key, kind, row.label, row.of or None, wikidata=row.wikidata or None)

    def _leader(self, key: str, on: date | None) -> Agent:
        rows = self.leaders[key]
        now = min(rows, key=lambda r: (_distance(r, on), r.start, r.office))
        terms = tuple(Term(r.office, r.of, _day(r.start), _day(r.end, last=True)) for r in rows)
        title = now.title[0] if now.title else ""
        role = self.title(title, now.of) or self.role(title.lower(), now.of)
        of = None if role is not None and role.speaks == "false" else now.of
        return Agent(key, "Leader", now.label, of, wikidata=now.wikidata or None, terms=terms)

    def holder(self, of: str, office: str, on: date | None) -> str | None:
        """Key of who holds `office` of `of` on that day; None where nobody or several do."""
        keys = {
            row.key
            for rows in self.leaders.values()
            for row in rows
            if row.of == of and row.office == office and on is not None and _distance(row, on) == 0
        }
        return keys.pop() if len(keys) == 1 else None

    def distance(self, key: str, on: date | None) -> int:
        """Days between `on` and the nearest term of leader `key`, 0 where one covers it."""
        return min(_distance(row, on) for row in self.leaders[key])

    def holds(self, key: str, office: str, on: date) -> bool:
        """Whether leader `key` held `office` on that day."""
        return any(r.office == office and _distance(r, on) == 0 for r in self.leaders[key])

    def is_yet_to_come(self, key: str, on: date | None) -> bool:
        """Whether leader `key` came into no office until years after that day."""
        starts = [_day(row.start) for row in self.leaders[key]]
        first = min((day for day in starts if day is not None), default=None)
        known = on is not None and first is not None and None not in starts
        return known and (first - on).days > _EARLY  # type: ignore[operator]  # both are known

    def held(self, key: str, office: str) -> bool:
        """Whether leader `key` ever held `office`."""
        return any(row.office == office for row in self.leaders[key])

    def body(self, of: str, role: str) -> str | None:
        """Key of the body that plays `role` for `of`, None where the gazetteer has none."""
        return self._main.get((of, role))

    def role(self, words: str, of: str | None) -> RoleRow | None:
        """The role that lower-case `words` name for the state `of` (None: any state)."""
        rows = self._words.get(words, ())
        special = [r for r in rows if of is not None and of in r.states]
        general = [r for r in rows if not r.states]
        return next(iter([*special, *general]), None)

    def any_role(self, words: str) -> RoleRow | None:
        """The first role that lower-case `words` name for any state at all."""
        return next(iter(self._words.get(words, ())), None)

    def title(self, words: str, of: str | None) -> RoleRow | None:
        """The role that a title before a name stands for ('President'), None where it is none."""
        rows = self._titles.get(words.casefold(), ())
        special = [r for r in rows if of is not None and of in r.states]
        return next(iter([*special, *[r for r in rows if not r.states], *rows]), None)

    def members(self, key: str) -> tuple[str, ...]:
        """State keys of the members of organisation `key`."""
        row = self.organisations.get(key)
        return row.members if row else ()

    def _role_words(self) -> dict[str, list[RoleRow]]:
        found: dict[str, list[RoleRow]] = {}
        for row in self.roles:
            for words in row.words:
                found.setdefault(words, []).append(row)
        return found

    def _role_titles(self) -> dict[str, list[RoleRow]]:
        found: dict[str, list[RoleRow]] = {}
        for row in self.roles:
            for words in row.titles:
                found.setdefault(words.casefold(), []).append(row)
        return found


@cache
def load() -> Gazetteer:
    """The shipped gazetteer, read once; KnowledgeError where a file breaks its schema."""
    return Gazetteer()


def _entries(
    form: Form, key: str, label: str, names: tuple[str, ...]
) -> Iterator[tuple[str, Entry]]:
    for name in dict.fromkeys(names):
        yield name, Entry(form, key, label)


def _rows(name: str, row: type[Row]) -> Iterator[Row]:
    path = resources.ontology("gazetteer", name)
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        _check_columns(name, set(reader.fieldnames or ()), {f.name for f in fields(row)})  # type: ignore[arg-type]
        for number, cells in enumerate(reader, 2):
            yield _row(f"{name} line {number}", row, cells)


def _check_columns(name: str, given: set[str], allowed: set[str]) -> None:
    wrong = (given - allowed - _PROVENANCE) | (allowed - given)
    if wrong:
        raise KnowledgeError(
            f"{name}: {', '.join(sorted(wrong))}",
            "unknown or missing column",
            f"The columns are {', '.join(sorted(allowed | _PROVENANCE))}.",
        )


def _row(where: str, row: type[Row], cells: dict[str, str]) -> Row:
    values: dict[str, object] = {}
    for field in fields(row):  # type: ignore[arg-type]
        cell = (cells.get(field.name) or "").strip()
        several = str(field.type).startswith("tuple")
        values[field.name] = tuple(filter(None, cell.split("|"))) if several else cell
    kind = values.get("kind")
    if row is OrganisationRow and kind not in get_args(AgentKind):
        raise KnowledgeError(
            f"{where}: {kind}", "no kind of agent", f"Take one of {', '.join(get_args(AgentKind))}."
        )
    return row(**values)


def _day(text: str, *, last: bool = False) -> date | None:
    """A full or partial ISO date as its first day, or its last."""
    if not text:
        return None
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
    if len(parts) == 2:
        year, month = parts
        if not last:
            return date(year, month, 1)
        return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    return date(*parts)


_EARLY = 730
"""Days before a first term from which a title is another's: offices held earlier may be missing."""


def _distance(row: LeaderRow, on: date | None) -> int:
    """Days between `on` and the term of `row`, 0 within it; an open term has no last day."""
    start, end = _day(row.start) or date.min, _day(row.end, last=True) or date.max
    if on is None:
        return date.max.toordinal() - end.toordinal()
    if on < start:
        return start.toordinal() - on.toordinal()
    return max(0, on.toordinal() - end.toordinal())
