"""The gazetteer: states, organisations, bodies, roles, leaders and places, from CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from kg import resources
from kg.knowledge.days import first_day, last_day
from kg.knowledge.keys import keys
from kg.knowledge.rows import Row, Table, unique
from kg.knowledge.tables import BodyRow, LeaderRow, OrganisationRow, PlaceRow, RoleRow, StateRow
from kg.model import Agent, Term

Form = Literal[
    "name", "adjective", "demonym", "capital", "seat", "organisation", "body", "leader", "place"
]
_EDGE = 3
"""Letters by which most words are told not to begin a title or end a role, before a look-up."""
_EARLY = 730
"""Days before a first term from which a title is another's: offices held earlier may be missing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: an agent's key, or a place's label with the state it lies in."""

    form: Form
    key: str
    label: str


class Gazetteer:
    """All rows with the look-ups that reading needs; build it once by `load()`."""

    def __init__(self) -> None:
        states = _table("states.csv", StateRow)
        organisations = _table("organisations.csv", OrganisationRow)
        bodies = _table("bodies.csv", BodyRow)
        roles = _table("roles.csv", RoleRow)
        places = _table("places.csv", PlaceRow)
        leaders = _table("leaders.csv", LeaderRow)
        unique(states, "key")
        unique(organisations, "key")
        unique(bodies, "key")
        unique(places, "key")
        unique(roles, "role", "states")
        closed = keys()
        self.states = {r.key: r for r in states.rows(closed)}
        self.organisations = {r.key: r for r in organisations.rows(closed)}
        self.bodies = {r.key: r for r in bodies.rows(closed)}
        self.places = tuple(places.rows(closed))
        regions = (p for p in self.places if p.kind == "region")
        self.regions = frozenset(name for p in regions for name in (p.label, *p.names))
        self.roles = tuple(roles.rows(closed))
        self.leaders: dict[str, list[LeaderRow]] = {}
        for row in leaders.rows(closed):
            self.leaders.setdefault(row.key, []).append(row)
        self._main = {(b.of, b.role): b.key for b in self.bodies.values() if b.main}
        self._words = self._role_words()
        self._titles = self._role_titles()
        self._beginnings = {title[:n] for title in self._titles for n in range(1, _EDGE + 1)}
        self._endings = {words[-n:] for words in self._words for n in range(1, _EDGE + 1)}
        self.longest_role = max(len(w.split()) for w in (*self._words, *self._titles))

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Every name with what it stands for; a name may stand for several things."""
        for state in self.states.values():
            yield from _entries("name", state.key, state.label, (state.label, *state.names))
            yield from _entries("adjective", state.key, state.label, _adjectives(state))
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
        return Agent(row.key, row.kind, row.label, row.of or None, wikidata=row.wikidata or None)

    def _leader(self, key: str, on: date | None) -> Agent:
        rows = self.leaders[key]
        now = min(rows, key=lambda r: (_distance(r, on), r.start, r.office))
        terms = tuple(Term(r.office, r.of, first_day(r.start), last_day(r.end)) for r in rows)
        role = self.title(now.title, now.of) or self.role(now.title.lower(), now.of)
        of = None if role is not None and not role.speaks else now.of
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
        starts = [first_day(row.start) for row in self.leaders[key]]
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
        rows = self._words.get(words)
        if not rows:
            return None
        special = [r for r in rows if of is not None and of in r.states]
        general = [r for r in rows if not r.states]
        return next(iter([*special, *general]), None)

    def any_role(self, words: str) -> RoleRow | None:
        """The first role that lower-case `words` name for any state at all."""
        return next(iter(self._words.get(words, ())), None)

    def title(self, words: str, of: str | None) -> RoleRow | None:
        """The role that a title before a name stands for ('President'), None where it is none."""
        rows = self._titles.get(words.casefold())
        if not rows:
            return None
        special = [r for r in rows if of is not None and of in r.states]
        return next(iter([*special, *[r for r in rows if not r.states], *rows]), None)

    def members(self, key: str) -> tuple[str, ...]:
        """State keys of the members of organisation `key`."""
        row = self.organisations.get(key)
        return row.members if row else ()

    def may_begin_title(self, word: str) -> bool:
        """Whether some title begins as `word` does; told by its first letters, so it may not."""
        return word.casefold()[:_EDGE] in self._beginnings

    def may_end_role(self, word: str) -> bool:
        """Whether the words of some role end as lower-case `word` does; it may be none."""
        return word[-_EDGE:] in self._endings

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


def _table(name: str, kind: type[Row]) -> Table[Row]:
    return Table.load(resources.ontology("gazetteer", name), kind)


@cache
def load() -> Gazetteer:
    """The shipped gazetteer, read once; KnowledgeError where a file breaks its schema."""
    return Gazetteer()


def _entries(
    form: Form, key: str, label: str, names: tuple[str, ...]
) -> Iterator[tuple[str, Entry]]:
    for name in dict.fromkeys(names):
        yield name, Entry(form, key, label)


def _adjectives(state: StateRow) -> tuple[str, ...]:
    return tuple(filter(None, (state.adjective, *state.adjectives)))


def _distance(row: LeaderRow, on: date | None) -> int:
    """Days between `on` and the term of `row`, 0 within it; an open term has no last day."""
    start, end = first_day(row.start) or date.min, last_day(row.end) or date.max
    if on is None:
        return date.max.toordinal() - end.toordinal()
    if on < start:
        return start.toordinal() - on.toordinal()
    return max(0, on.toordinal() - end.toordinal())
