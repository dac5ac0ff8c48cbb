"""Which language a text is in: only English is read, anything else is declined and says so."""

from __future__ import annotations

import tempfile
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import StatecraftError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"  # the one language that the lexicon and the pipeline know
SURE = 0.6
"""Probability from which another language is believed. Of 22,440 English passages, most of them one
sentence, 25 reach it, of the 7,400 of 100 characters and more two (an address in Spanish, a link);
of 113 foreign texts of that length all but two, and one in Chinese. Hence the next."""
SHORT, SURE_SHORT = 60, 0.8
"""A shorter text, a headline, is mostly names, which look like any language: it needs more. Of
4,200 headlines made of names of states 3 are declined so, and 25 were."""
NEAR = frozenset({ENGLISH, "pcm", "zxx"})
"""What short English is taken for: English, Nigerian Pidgin, and no language at all."""
NOTHING_NEAR = 0.005
"""Probability of all these together below which a text is foreign although no one language is sure:
Spanish is shared out among its sisters. Of 4,800 short English texts the lowest has 0.008."""
LATIN_END = "\u0250"
"""Where the letters end that Latin script is written with in Europe."""
UNKNOWN = "und"  # ISO 639: some language, but which is not known
SAMPLE = 2_000
"""Code points that are looked at, from the start of the prose."""


@cache
def _identifier() -> LanguageIdentifier:
    # late: it loads numpy, which whoever only asks for help need not wait for
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:  # the library unpacks its model through a temporary file
        rule = f"it cannot be written: {error.strerror or error}"
        remedy = "Make room there, or say --any-language, which needs none."
        raise StatecraftError(tempfile.gettempdir(), rule, remedy) from error


def foreign(text: str) -> str | None:
    """The ISO 639 code of the language that `text` surely is in, unless that is English.

    A text whose letters are mostly of another script than Latin is foreign in any case.
    """
    sample = text[:SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    if not letters:
        return None
    ranked = [(str(name), float(share)) for name, share in _identifier().rank(sample)]
    language, probability = ranked[0]
    if sum(letter < LATIN_END for letter in letters) * 2 < len(letters):
        return language if language != ENGLISH else UNKNOWN
    if language in NEAR:
        return None
    near = sum(share for name, share in ranked if name in NEAR)
    sure = probability >= (SURE if len(sample) >= SHORT else SURE_SHORT)
    return language if sure or near < NOTHING_NEAR else None
