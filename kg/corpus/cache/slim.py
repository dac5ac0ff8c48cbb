"""Readings that share what they have in common, so that a corpus of them takes less memory.

What comes from the disk is made anew for each reading: the same state ten thousand times, with its
offices, and each word of a claim as often as there are claims.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TypeVar

from kg.model import Claim, Reading

_T = TypeVar("_T", bound=Hashable)


class Slim:
    """Knows what came before; agents, times and words that are equal become one."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Hashable] = {}

    def of(self, reading: Reading) -> Reading:
        """An equal reading."""
        agents = tuple(map(self._once, reading.agents))
        return replace(
            reading, claims=tuple(map(self._claim, reading.claims)), agents=self._once(agents)
        )

    def _claim(self, claim: Claim) -> Claim:
        return replace(
            claim,
            article=self._once(claim.article),
            event_class=self._once(claim.event_class),
            actors=self._keys(claim.actors),
            recipients=self._keys(claim.recipients),
            objects=self._keys(claim.objects),
            via=self._keys(claim.via),
            completed=self._keys(claim.completed),
            claimant=self._once(claim.claimant),
            trigger=replace(claim.trigger, quote=self._once(claim.trigger.quote)),
            time=self._once(claim.time),
            said=self._once(claim.said),
            read_by=self._once(claim.read_by),
            cue=self._once(claim.cue),
            place=self._once(claim.place),
        )

    def _keys(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return self._once(tuple(map(self._once, keys)))

    def _once(self, value: _T) -> _T:
        return self._known.setdefault(value, value)  # type: ignore[return-value]  # equal ones
