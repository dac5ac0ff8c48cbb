"""Headlines in capitals, or with a capital to each word, as a sentence would spell them.

'Moldova Denies Russian Troops Have Left' is parsed as a row of names. Words that the lexicon or the
grammar knows are parsed in lower case; names, and what is unknown, keep their capital. Only the
parse sees it: the tokens are spelled as the text is. A headline above prose is left as it stands,
for the prose tells the same in sentences, and what both tell should count once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from kg.knowledge import lexicon as lexicons
from kg.language.lemma import lemma

CAPITALS = 0.9
"""Share of longer words with a capital from which on a line without a full stop is a headline."""
_FEWEST, _SHORT = 4, 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ENDED = re.compile(r"[.;:,][\"”’')\]]*\s*$")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?][\"”’')\]]*\s*$")
_NAMES = frozenset({"us", "may"})
"""Words of the grammar that are names as well."""
_PARTS = ("VERB", "NOUN", "ADJ")


def is_without_prose(parts: Iterable[str]) -> bool:
    """Whether no part of a text ends as sentences do: nothing but headlines, or the like."""
    return not any(_SENTENCE.search(part) for part in parts)


def in_sentence_case(words: str) -> str:
    """A headline with its common words in lower case, as many characters long; else `words`."""
    found = [m.group() for m in _WORD.finditer(words)]
    long = [w for w in found if len(w) >= _SHORT]
    capital = sum(w[0].isupper() for w in long)
    if len(found) < _FEWEST or len(long) < _FEWEST - 1 or capital < CAPITALS * len(long):
        return words
    if _ENDED.search(words):
        return words
    shouted = words.isupper()
    lowered = _WORD.sub(lambda m: _spelled(m.group(), m.start() == 0, shouted=shouted), words)
    return lowered if len(lowered) == len(words) else words


def _spelled(word: str, first: bool, *, shouted: bool) -> str:
    if word.isupper() and (not shouted or (len(word) < _SHORT and word.lower() in _NAMES)):
        return word
    if not first and _is_common(word.lower()):
        return word.lower()
    return word if len(word) <= _SHORT else word[0] + word[1:].lower()


@cache
def _is_common(word: str) -> bool:
    if word in STOP_WORDS:
        return word not in _NAMES
    return any(lemma(word, part) in _known() for part in _PARTS)


@cache
def _known() -> frozenset[str]:
    """Every single word that the lexicon lists as a verb, a noun or a cue."""
    lexicon = lexicons.load()
    cued = (w for c in lexicon.cues for w in (*c.verbs, *c.nouns, *c.adjectives))
    typed = (w for t in lexicon.typed for w in t.nouns)
    support = (*lexicon.carriers.support_verbs, *lexicon.carriers.ending_verbs)
    words = (*lexicon.verbs, *lexicon.nouns, *support, *cued, *typed)
    return frozenset(word for word in words if " " not in word)
