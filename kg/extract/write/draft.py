"""The carrier between reading and writing: a claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.scope.scope import Scope
from kg.language.tree import Token
from kg.model import Agent

PLAIN = "Event"
"""The class of what is denied or left unconfirmed and has no class of its own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: agents by object, words by token."""

    event_class: str
    trigger: Token
    scope: Scope
    actors: tuple[Agent, ...]
    recipients: tuple[Agent, ...]
    words: tuple[Token, ...]
    phase: str
    negated: bool = False
    theme: Token | None = None
    place: str = ""
    label: str = ""
    about: str | None = None
    completed: tuple[str, ...] = ()
    figure: Token | None = None
    reached: Token | None = None
    unit: str = ""
    figures: str = ""
    closed: bool = False  # an actor is told of whom nothing is known
