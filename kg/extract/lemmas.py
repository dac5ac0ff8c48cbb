"""The base form that lexicon look-ups go by."""

from __future__ import annotations

from spacy.tokens import Token


def lemma_of(token: Token) -> str:
    """Lower-case lemma; the pipeline's own, or the word where it gives none."""
    return (token.lemma_ or token.text).lower()
