"""Which language a text is in: only English is read, anything else is declined and says so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"  # the one language that the lexicon and the pipeline know
SURE = 0.6
"""Probability from which another language is believed. Of 624 English passages (from single short
sentences to whole articles) the surest mistake had 0.45; of 113 foreign ones of 100 characters and
more, in 63 languages, all but three reached it."""
SAMPLE = 2_000
"""Code points that are looked at, from the start of the prose."""


@cache
def _identifier() -> LanguageIdentifier:
    # late: it loads numpy, which whoever only asks for help need not wait for
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign(text: str) -> str | None:
    """The ISO 639 code of the language that `text` surely is in, unless that is English."""
    sample = text[:SAMPLE]
    if not any(map(str.isalpha, sample)):
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if language != ENGLISH and probability >= SURE else None
