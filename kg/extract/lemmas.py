"""The base forms that lexicon look-ups go by: lemmas, verbs with particles, and idioms."""

from __future__ import annotations

from collections.abc import Container, Mapping

from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.tree import Token


def phrase_of(verb: Token) -> str:
    """Lemma with its particle: 'call off', 'pull out'; the lemma alone where it has none."""
    return f"{lemma_of(verb)} {verbal.particle(verb)}".strip()


def lemma_of(token: Token) -> str:
    """Lower-case lemma; the pipeline's own, or the word where it gives none."""
    return (token.lemma or token.text).lower()


def names_of(verb: Token, idioms: Mapping[str, Container[str]]) -> tuple[str, ...]:
    """What `verb` is called in the lexicon, the most special name first.

    `idioms` holds, by first word, the phrases with a noun that the lexicon knows: 'put on hold',
    'declare war'. Then comes the verb with its particle, then its lemma.
    """
    lemma = lemma_of(verb)
    found = []
    if lemma in idioms:
        for noun in verb.tree[verb.i + 1 : verb.sentence.end]:
            if noun.pos != "NOUN" or verb not in (noun.head, noun.head.head):
                continue
            words = f"{lemma} {syntax.preposition_of(noun)} {lemma_of(noun)}".replace("  ", " ")
            if words in idioms[lemma]:
                found.append(words)
    return tuple(dict.fromkeys((*found, phrase_of(verb), lemma)))


def cues_of(verb: Token, lexicon: Lexicon) -> list[Cue]:
    """The cues of `verb` with its particle; where it has none, those of its lemma."""
    return [*(lexicon.cue(phrase_of(verb), "verbs") or lexicon.cue(lemma_of(verb), "verbs"))]


def joined_of(token: Token) -> str:
    """'cease-fire' for its 'fire', where the tokenizer split it at the hyphen; '' elsewhere."""
    if token.i < 2:
        return ""
    first, hyphen = token.tree[token.i - 2], token.tree[token.i - 1]
    unbroken = token.idx == first.idx + len(first) + len(hyphen)
    split = unbroken and hyphen.text in ("-", "\u2011")
    return f"{first.lower}-{lemma_of(token)}" if split else ""
