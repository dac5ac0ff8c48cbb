"""What a verb does to the request, the plan or the offer that is its object."""

from __future__ import annotations

from kg.extract.lemmas import cues_of, lemma_of
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.tree import Token


def effects_on(noun: Token, lexicon: Lexicon) -> frozenset[str]:
    """Effects of the verb that has `noun` as its object; 'denied a request' refuses it."""
    link, verb = syntax.governor(noun)
    on = link == "oblique" and syntax.preposition_of(noun) == "on"  # 'votes on the request'
    if not (on or link in ("object", "complement")) or verb.pos != "VERB":
        return frozenset()
    found = frozenset(cue.effect for cue in cues_of(verb, lexicon))
    refused = "deny" in found and lemma_of(noun) in lexicon.speech.refused_nouns
    return found | {"refuse"} if refused else found
