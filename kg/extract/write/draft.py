"""The carrier between reading and writing: a claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.scope.scope import Scope
from kg.language.tree import Span, Token
from kg.model import Agent

PLAIN = "Event"
"""The class of what is denied or left unconfirmed and has no class of its own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: agents by object, words by token.

    `words` tell who takes part, `theme` what is sent or given, `reached` whom or what it hits.
    `figure` is the word that the figure stands with, `unit` what it counts where no word tells,
    `figures` which one is looked for elsewhere in the sentence (`price`, `toll`, `hit`). `about`
    is the id of the claim that this one takes up, `completed` the keys of parties from elsewhere
    in the article. `named` are, for each party that its own sentence names, the runs of words that
    do so. `closed`: somebody of whom nothing is known did it, so no other claim tells who;
    `kept_open`: somebody of whom nothing is known gets it.
    """

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
    named: tuple[tuple[Span, ...], ...] = ()
    closed: bool = False
    kept_open: bool = False
