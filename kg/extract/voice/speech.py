"""Who says what: stretches of speech, verbs of saying, and who stands as their subject."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.lemmas import lemma_of
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.hanging import below
from kg.language.tree import Span, Token

_SAYING = frozenset({"say", "believe", "confirm"})
"""Effects of the cues that a clause of speech may hang on."""


@dataclass(frozen=True, slots=True)
class Said:
    """Tokens `start` to `end` (exclusive) are what `speaker` says; None: nobody who is named."""

    start: int
    end: int
    speaker: Token | None


class Speech:
    """Knows speech by the cues of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._words = lexicon, lexicon.speech

    def is_verb(self, verb: Token) -> bool:
        """Whether `verb` is one of saying, that a clause may hang on."""
        return verb.pos == "VERB" and any(
            c.effect in _SAYING
            for c in self._lexicon.cue(lemma_of(verb), "verbs")
            if not c.complements or "clause" in c.complements
        )

    def bare(self, verb: Token) -> Token | None:
        """Who speaks by `verb` without a clause behind it: 'X said', 'X was quoted as saying'."""
        if self.is_verb(verb) and not has_content(verb):
            subject = next(iter(below(verb, "subject")), None)
            if subject is not None:
                return subject
        told = syntax.arguments(verb)
        if not told.passive or lemma_of(verb) not in self._words.relaying_verbs:
            return None
        speech = (c for c in below(verb, "adverbial clause", "open clause") if c.i > verb.i)
        bare = any(self.is_verb(c) and not has_content(c) for c in speech)
        return told.object if bare else None

    def is_silent(self, verb: Token) -> bool:
        """'did not comment', 'declined to comment', 'said nothing': whoever it is was silent."""
        words = (verb, *below(verb, "open clause"))
        comments = any(lemma_of(w) in self._words.comment_verbs for w in words)
        return comments or bool(verbal.negating(verb))

    def begins(self, sentence: Span) -> bool:
        """Whether `sentence` is no more than 'X said' to what stands before it."""
        verb = sentence.root
        return self.is_verb(verb) and not has_content(verb) and not self.is_silent(verb)

    def outside(self, sentence: Span, start: int, end: int) -> Token | None:
        """The subject of a speech verb of `sentence` that stands outside tokens `start` to `end`.

        'was quoted by a paper' has its speaker in the passive.
        """
        for token in sentence:
            if not start <= token.i < end and self.is_verb(token):
                told = syntax.arguments(token)
                cited = told.passive and lemma_of(token) in self._words.citing_verbs
                subject = told.object if cited else told.subject
                if subject is not None and not start <= subject.i < end:
                    return subject
        return None


def has_content(verb: Token) -> bool:
    """Whether a clause behind `verb` tells what is said."""
    return any(c.i > verb.i for c in below(verb, "content clause", "open clause"))
