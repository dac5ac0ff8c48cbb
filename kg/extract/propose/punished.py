"""Whose deed it is that somebody is punished for: 'sanctions on X over the supply of arms'."""

from __future__ import annotations

from kg.extract.context import Context
from kg.language import syntax
from kg.language.tree import Token, present
from kg.model import Agent

_REASONS = frozenset({"for", "over"})


def punished(context: Context, deed: Token) -> tuple[Agent, ...]:
    """Those whom an event told before hits for `deed`, an event noun; () where it tells of none."""
    link, above = syntax.governor(deed)
    reason = link in ("oblique", "content") and syntax.preposition_of(deed) in _REASONS
    if not reason or deed.pos != "NOUN":
        return ()
    thing = syntax.arguments(above).object if link == "oblique" else None
    hosts = present(above, thing, syntax.governor(above)[1] if link == "content" else None)
    starts = {host.idx for host in hosts}
    classes = context.lexicon.punishing
    claims = (c for c in context.claims if c.trigger.start in starts and c.event_class in classes)
    return next((context.named(c.recipients) for c in claims), ())
