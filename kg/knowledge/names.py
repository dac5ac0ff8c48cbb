"""Closed sets of names: those that the code knows, and those that files of `ontology/` declare.

A field of a struct whose type is one of these takes no other name: `schema` refuses it with the
names that there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

IS = "is"
"""The key under which a type says, in `Meta.extra`, of which closed set it is."""
Word: TypeAlias = Annotated[str, Meta(min_length=1, description="a word")]
"""A word or phrase; no empty one."""
Words: TypeAlias = frozenset[Word]
"""A list of words in a file: their order says nothing, and none stands there twice."""
EventClass: TypeAlias = Annotated[str, Meta(extra={IS: "event class"})]
SemanticType: TypeAlias = Annotated[str, Meta(extra={IS: "semantic type"})]
VerbSlot: TypeAlias = Annotated[str, Meta(extra={IS: "slot of a verb"})]
NounSlot: TypeAlias = Annotated[str, Meta(extra={IS: "slot of a noun"})]
Office: TypeAlias = Annotated[str, Meta(extra={IS: "office"})]
Role: TypeAlias = Annotated[str, Meta(extra={IS: "role"})]
State: TypeAlias = Annotated[str, Meta(extra={IS: "state"})]
Organisation: TypeAlias = Annotated[str, Meta(extra={IS: "organisation"})]
Power: TypeAlias = Annotated[str, Meta(extra={IS: "state or organisation"})]
Owner: TypeAlias = Annotated[str, Meta(extra={IS: "publisher, state or organisation"})]

Part = Literal["verb", "noun"]
Effect = Literal[
    "say", "believe", "deny", "confirm", "accuse", "fear", "doubt",
    "plan", "consider", "ask", "refuse", "cause", "voice", "last", "thank",
    "exclude", "seem", "near", "falsify",
]  # fmt: skip
Complement = Literal["clause", "noun", "object", "phrase"]
"""What a cue may take: a clause, a noun, an object that is called something, 'warned of X'."""
Outcome = Literal["ends", "negated"]
Need = Literal["actor", "recipient", "theme", "pair", "means", "power", "public", "lawful"]
"""What a frame may need besides its words: roles, and what its actors must be."""
Figures = Literal["", "price", "toll", "hit"]
AgentType = Literal[
    "agent", "armed", "body", "document", "official", "organisation", "people", "person",
    "place", "state",
]  # fmt: skip
"""Semantic types that words have by the agents and places they name."""
_NEARLY = 0.6
"""From this likeness on, as difflib measures it, a name is offered for one that is not known."""
_LISTED = 100
"""So many names are listed in an error; of more, the file that holds them is named."""


@dataclass(frozen=True, slots=True)
class Names:
    """The members of a closed set, where they are declared, and those that errors list (all)."""

    known: frozenset[str]
    declared: str = ""
    listed: frozenset[str] = frozenset()

    def remedy(self, given: str) -> str:
        """What to write instead of `given`: the nearest name, and all that there are."""
        listed = sorted(filter(None, self.listed or self.known))
        near = get_close_matches(given, sorted(self.known), n=1, cutoff=_NEARLY)
        offered = f"Did you mean '{near[0]}'? " if near else ""
        if len(listed) > _LISTED and self.declared:
            return f"{offered}Allowed is what {self.declared} holds."
        allowed = ", ".join(f"'{name}'" if " " in name else name for name in listed)
        return f"{offered}Allowed: {allowed}{self.declared and f' ({self.declared})'}."


def names(known: Iterable[str], declared: str = "") -> Names:
    """A closed set of `known`, which the file `declared` holds."""
    return Names(frozenset(known), declared)


Closed: TypeAlias = Mapping[str, Names]
"""The closed sets that a file may name members of, by what their members are called."""
