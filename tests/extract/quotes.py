"""What a quote leaves out of its sentence that a reader needs to see the claim in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.context import Context
from kg.extract.mentions import pronouns
from kg.language import verbal
from kg.language.tree import Token
from kg.model import Claim


def left_out(read: Context, claim: Claim) -> list[str]:
    """The trigger, each party that the sentence names, and what decides polarity, where missing.

    What decides is the cue, and what negates the event word or a word above it within the quote.
    """
    trigger = read.tree.at(claim.trigger.start)
    assert trigger is not None
    quoted = [t for t in trigger.sentence if _holds(claim, t)]
    missing = [] if trigger in quoted else [f"trigger {trigger.text}"]
    missing += (f"party {key}" for key in _unnamed(read, claim, trigger, quoted))
    words = [word for word in claim.cue.split() if word in _texts(trigger.sentence)]
    missing += (f"cue {word}" for word in words if word not in _texts(quoted))
    above = [t for t in (trigger, *trigger.ancestors) if t in quoted]
    denied = [word for t in above for word in verbal.negating(t)]
    missing += (f"negation {word.text}" for word in denied if word not in quoted)
    return missing


def _unnamed(read: Context, claim: Claim, trigger: Token, quoted: list[Token]) -> Iterator[str]:
    for key in (*claim.actors, *claim.recipients):
        names = [
            t
            for t in trigger.sentence
            if t.pos != "PRON"
            and pronouns.kind(t) is None
            and key in {agent.key for agent in read.agents.single(t)}
        ]
        if names and not set(names) & set(quoted):
            yield key


def _holds(claim: Claim, token: Token) -> bool:
    return claim.evidence.start <= token.idx and token.idx + len(token) <= claim.evidence.end


def _texts(tokens: Iterable[Token]) -> set[str]:
    return {t.text for t in tokens}
