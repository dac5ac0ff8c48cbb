"""The rows of `ontology/gazetteer/`: one struct a table, one field a column."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from kg.knowledge.days import first_day
from kg.knowledge.names import Office, Power, Role, State, Word

Day: TypeAlias = Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""A date that may leave out day and month."""
Item: TypeAlias = Annotated[str, Meta(pattern=r"^Q[1-9]\d*$")]
"""The id of a Wikidata item."""
OrganisationKind = Literal[
    "ArmedGroup", "Company", "IntergovernmentalOrganization", "Media", "Organization"
]
PlaceKind = Literal["base", "border", "city", "island", "region", "sea", "strait"]


class _Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a closed table."""


class _Dated(_Row, frozen=True, kw_only=True):
    """A row with a beginning and an end, where known; ValueError where they are no days."""

    start: Day = ""
    end: Day = ""

    def __post_init__(self) -> None:
        start, end = first_day(self.start), first_day(self.end)
        if start and end and end < start and not self.start.startswith(self.end):
            raise ValueError("it ends before it starts")


class StateRow(_Dated, frozen=True, kw_only=True):
    """A row of states.csv."""

    key: Word
    iso2: str = ""
    label: Word
    names: tuple[Word, ...] = ()
    adjectives: tuple[Word, ...] = ()
    demonyms: tuple[Word, ...] = ()
    capitals: tuple[Word, ...] = ()
    seats: tuple[Word, ...] = ()
    wikidata: Item = ""


class OrganisationRow(_Dated, frozen=True, kw_only=True):
    """A row of organisations.csv."""

    key: Word
    label: Word
    kind: OrganisationKind
    names: tuple[Word, ...] = ()
    of: Power = ""
    members: tuple[State, ...] = ()
    wikidata: Item = ""


class BodyRow(_Dated, frozen=True, kw_only=True):
    """A row of bodies.csv; `main` marks the body that a role word of its state stands for."""

    key: Word
    of: Power
    role: Role
    label: Word
    names: tuple[Word, ...] = ()
    main: bool = False
    wikidata: Item = ""


class RoleRow(_Row, frozen=True, kw_only=True):
    """A row of roles.csv: the words for a body or an office of any state, or of some.

    `speaks` tells whether whoever holds it speaks for its state.
    """

    role: Word
    kind: Literal["body", "office"]
    words: tuple[Word, ...] = ()
    titles: tuple[Word, ...] = ()
    states: tuple[Power, ...] = ()
    speaks: bool


class LeaderRow(_Dated, frozen=True, kw_only=True):
    """A row of leaders.csv: one term of office."""

    key: Word
    label: Word
    names: tuple[Word, ...] = ()
    surname: tuple[Word, ...] = ()
    office: Office
    title: tuple[Word, ...] = ()
    of: Power
    wikidata: Item = ""


class PlaceRow(_Row, frozen=True, kw_only=True):
    """A row of places.csv; `of` is empty where the place is no single state's."""

    key: Word
    label: Word
    names: tuple[Word, ...] = ()
    kind: PlaceKind
    of: State = ""
    wikidata: Item = ""
