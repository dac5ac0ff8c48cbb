"""What a reader proposes: the one carrier between those who read and those who name and write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from kg.model import Modality, Phase, ReaderName, Stance

Role = Literal["actor", "recipient", "claimant", "object", "quantity", "time", "place"]
Slot = Literal["actor", "recipient"]
SLOTS: tuple[Slot, ...] = get_args(Slot)
"""The roles of those who are party to an event."""
Run = tuple[int, int]
"""Tokens of the parse, as first and one past the last."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """That a word of an article tells of an event, and which words fill its roles.

    `trigger` is a token of the parse. `roles` has the runs of tokens of each role that is filled,
    in the order of the text; those who say it are the role `claimant`. `parties` are the keys of
    who counts in a role (the states of ministers), where the reader names them itself. `score`,
    from 0 to 1, is how sure the reader is that there is such an event.
    """

    event_class: str
    trigger: int
    roles: Mapping[Role, tuple[Run, ...]]
    stance: Stance
    modality: Modality
    negated: bool
    phase: Phase
    score: float
    by: ReaderName
    parties: Mapping[Role, frozenset[str]] = field(default_factory=dict)

    def runs(self, role: Role) -> tuple[Run, ...]:
        """The runs of tokens that fill `role`; none where it is left out."""
        return self.roles.get(role, ())

    def holds(self, role: Role, token: int) -> bool:
        """Whether `token` fills `role`, or is a word of what does."""
        return any(start <= token < end for start, end in self.runs(role))

    def counts(self, role: Role) -> frozenset[str]:
        """The keys of who counts in `role`, as far as the reader has named them."""
        return self.parties.get(role, frozenset())
