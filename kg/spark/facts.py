"""What linking finds out about one article, a fact at a time, each under the article's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.model import Agent, Event, Origin, Relation, Series

if TYPE_CHECKING:
    from pyspark import RDD


@dataclass(frozen=True, slots=True)
class Alike:
    """Two events that are the same but for their time."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """A claim of the article denies another, where that does not follow from event and stance."""

    denying: str
    asserting: str


@dataclass(frozen=True, slots=True)
class Countered:
    """A claim of the article accuses its accuser."""

    claim: str


Fact: TypeAlias = Agent | Event | Series | Origin | Relation | Alike | Disputed | Countered
"""Events, series and origins are cut to the article; agents are those that these name."""
Facts: TypeAlias = "RDD[tuple[str, Fact]]"
"""Facts by the names of articles."""
