"""The base form that lexicon look-ups go by."""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import verbal


def phrase_of(verb: Token) -> str:
    """Lemma with its particle: 'call off', 'pull out'; the lemma alone where it has none."""
    return f"{lemma_of(verb)} {verbal.particle(verb)}".strip()


def lemma_of(token: Token) -> str:
    """Lower-case lemma; the pipeline's own, or the word where it gives none."""
    return (token.lemma_ or token.text).lower()
