"""Whether one text is a rewrite of another, by their sentences, figures and names."""

from __future__ import annotations

from kg.link.prints import Print

SENTENCE_SHARED = 0.5
"""Share of a sentence's content words that some sentence of the other article holds."""
SENTENCES_SHARED = 0.5
"""Share of the shorter article's sentences so matched: rewrites 0.54 and 0.65, articles that report
the same affair in their own words up to 0.41."""
FIGURES_SHARED = 0.5
"""Share of the shorter article's figures that the other holds, years left out."""
NAMES_SHARED = 0.6
"""Share of the shorter article's names that the other holds: rewrites 0.7 and 0.9, interviews that
put the same questions to two candidates 0.41 to 0.49."""
MIN_SENTENCES = 5
"""A shorter text is too short to be judged by its sentences: one of its kind matches by chance."""


def is_rewrite(one: Print, other: Print) -> bool:
    """Whether sentences, figures and names of the shorter are those of the longer."""
    short, long = sorted((one, other), key=lambda mark: sum(map(len, mark.sentences)))
    if len(short.sentences) < MIN_SENTENCES:
        return False
    matched = sum(
        any(len(said & told) >= SENTENCE_SHARED * len(said) for told in long.sentences)
        for said in short.sentences
    )
    return (
        matched >= SENTENCES_SHARED * len(short.sentences)
        and len(short.figures & long.figures) >= FIGURES_SHARED * len(short.figures)
        and len(short.names & long.names) >= NAMES_SHARED * len(short.names)
    )
