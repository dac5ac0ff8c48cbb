"""Who is who over the whole corpus, as far as articles do not agree on it.

An article carries the agents that it names. Broadcast to all workers is only what differs from it:
people who go by several keys, agents of whom readings tell different things, and whom these belong
to. That grows with the people of the news and with slips about them, not with the articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from kg.link.agents import join_one
from kg.link.people import PEOPLE, same_people
from kg.model import Agent, Reading, with_owners

if TYPE_CHECKING:
    from pyspark import RDD

_Counted = tuple[str, dict[Agent, int]]


@dataclass(frozen=True)
class Joined:
    """`same` maps keys to those used instead; `known` are agents that readings do not agree on."""

    same: Mapping[str, str]
    known: Mapping[str, Agent]

    def of(self, reading: Reading) -> dict[str, Agent]:
        """By key, the agents of an article as the corpus knows them, and whom they belong to."""
        own = {a.key: self.known.get(a.key, a) for a in reading.agents if a.key not in self.same}
        others = {self.same[a.key] for a in reading.agents if a.key in self.same}
        others |= {agent.of for agent in own.values() if agent.of}
        return {**{a.key: a for a in with_owners(others, self.known)}, **own}


def joined(readings: RDD[Reading], parts: int) -> Joined:
    """What is to be known of agents beyond what each reading tells; see `kg.link.corpus.link`."""
    told = readings.flatMap(_told).reduceByKey(lambda one, other: one + other, parts).persist()
    people = told.map(lambda one: decoded(one[0])).filter(lambda a: a.kind in PEOPLE and bool(a.of))
    by_owner = people.map(lambda agent: (agent.of, agent)).groupByKey(parts)
    same = dict(by_owner.flatMap(lambda held: same_people(held[1]).items()).collect())
    counted = told.map(lambda one: (decoded(one[0]), one[1])).map(lambda one: (one[0].key, one))
    variants = counted.groupByKey(parts).mapValues(list).filter(lambda held: held[0] not in same)
    wanted = set(same.values())
    known = dict(
        variants.filter(lambda held: len(held[1]) > 1 or held[0] in wanted)
        .mapValues(_one)
        .collect()
    )
    while missing := {a.of for a in known.values() if a.of} - known.keys():
        found = dict(variants.filter(lambda held: held[0] in missing).mapValues(_one).collect())
        if not found:
            break
        known |= found
    return Joined(same, known)


def _told(reading: Reading) -> list[tuple[bytes, int]]:
    return [(msgspec.json.encode(agent), 1) for agent in reading.agents]


def decoded(told: bytes) -> Agent:
    """The agent of its bytes: these are the same in every process, and hashes are not."""
    return msgspec.json.decode(told, type=Agent)


def _one(variants: Iterable[tuple[Agent, int]]) -> Agent:
    return join_one(Counter(dict(variants)))


def merged(many: Iterable[Mapping[str, Agent]]) -> dict[str, Agent]:
    """Agents of several articles by key; `Joined.of` made them agree."""
    return {key: agent for some in many for key, agent in some.items()}
