"""A body called by its bare noun: 'the ministry' for 'the Kenyan defence ministry'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.offices import Offices
from kg.language.tree import Token
from kg.model import Agent

_BODIES = frozenset({"GovernmentBody", "Organization"})


def fuller(token: Token, words: str, offices: Offices, knowledge: Knowledge) -> Iterator[Token]:
    """Where the article uses the bare noun `token`, of the role `words`, with more words."""
    role = knowledge.gazetteer.any_role(words)
    abridged = role is not None and role.role in knowledge.lexicon.parties.abridged_roles
    if words == token.lower and abridged:
        for other in token.tree:
            if other.lower == words and offices.is_spelled_out(other):
                yield other


def meant(
    token: Token, named: Sequence[tuple[int, Agent]], states: AbstractSet[str]
) -> Agent | None:
    """The one of `named`, at their tokens, or else the nearest before `token`; None where none is.

    `states` are those that it belongs to here; none: whichever.
    """
    bodies = [(i, a) for i, a in named if a.kind in _BODIES]
    own = [(i, a) for i, a in bodies if not states or a.principal in states]
    if len({agent.key for _, agent in own}) == 1:
        return own[0][1]
    return next((agent for i, agent in reversed(own) if i < token.i), None)
