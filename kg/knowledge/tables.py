"""The rows of `ontology/gazetteer/`: one struct a table, one field a column."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from kg.knowledge.days import first_day, last_day
from kg.knowledge.names import Office, Organisation, Owner, Power, Role, State, Word

Day: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="a date that may leave out day and month: 2011, 2011-05 or 2011-05-01",
    ),
]
Item: TypeAlias = Annotated[
    str, Meta(pattern=r"^Q[1-9]\d*$", description="the id of a Wikidata item, as Q42")
]
Domain: TypeAlias = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", description="a host without www., as example.org"),
]
OrganisationKind = Literal[
    "ArmedGroup", "Company", "IntergovernmentalOrganization", "Media", "Organization"
]
PublisherKind = Literal["agency", "outlet", "owner", "portal"]
PlaceKind = Literal["base", "border", "city", "island", "region", "sea", "strait"]


class _Row(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a closed table."""


class _Dated(_Row, frozen=True, kw_only=True):
    """A row with a beginning and an end, where known; ValueError where the calendar has no such."""

    start: Day = ""
    end: Day = ""

    def __post_init__(self) -> None:
        start, end = first_day(self.start), last_day(self.end)
        if start and end and end < start:
            raise ValueError(f"it ends ({self.end}) before it starts ({self.start})")


class StateRow(_Dated, frozen=True, kw_only=True):
    """A row of states.csv; labels take the `adjective`, `adjectives` are read beside it."""

    key: Word
    iso2: str = ""
    label: Word
    names: tuple[Word, ...] = ()
    adjective: str = ""
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

    `speaks` tells whether whoever holds it speaks for its state, `several` whether a state has
    more than one such body, so that the words alone name none.
    """

    role: Word
    kind: Literal["body", "office"]
    words: tuple[Word, ...] = ()
    titles: tuple[Word, ...] = ()
    states: tuple[Power, ...] = ()
    speaks: bool
    several: bool = False


class LeaderRow(_Dated, frozen=True, kw_only=True):
    """A row of leaders.csv: one term of office."""

    key: Word
    label: Word
    names: tuple[Word, ...] = ()
    surname: tuple[Word, ...] = ()
    office: Office
    title: str = ""
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


class CoordinatesRow(_Row, frozen=True, kw_only=True):
    """A row of coordinates.csv: degrees of a town or capital, `label` and `of` as its table has.

    `geonames` is the number of the place there.
    """

    label: Word
    of: State
    latitude: Annotated[float, Meta(ge=-90, le=90)]
    longitude: Annotated[float, Meta(ge=-180, le=180)]
    geonames: Annotated[str, Meta(pattern=r"^[1-9]\d*$")]


class RegionRow(_Row, frozen=True, kw_only=True):
    """A row of regions.csv: a first-level region of a federal state, `key` by ISO 3166-2."""

    key: Word
    label: Word
    names: tuple[Word, ...] = ()
    of: State
    capital: str = ""


class SeatRow(_Row, frozen=True, kw_only=True):
    """A row of seats.csv: an organisation that acts under the name of a city, in the state `host`.

    `default`: also where the article names neither it nor the host state.
    """

    city: Word
    of: Organisation
    host: State
    default: bool = False


class PublisherRow(_Row, frozen=True, kw_only=True):
    """A row of publishers.csv; `of` is whose it is: an owner, or a state or organisation itself."""

    key: Word
    label: Word
    kind: PublisherKind
    names: tuple[Word, ...] = ()
    domains: tuple[Domain, ...] = ()
    of: Owner = ""
