"""The readers that are compared on one text, with what each is called in the tables."""

from __future__ import annotations

from collections.abc import Callable

import spacy

from kg.knowledge import gazetteer
from kg.language import pipeline
from kg.language.names import NameFinder
from kg.resources import package
from tests.benchmarks.figures import PLAIN
from tests.benchmarks.peers import PatternCoder, Triples, small_pipeline
from tests.benchmarks.reading import Step, seconds
from tests.benchmarks.reading import steps as steps_of

__all__ = ["readers", "seconds"]


def readers() -> dict[str, Step]:
    """What each does, by its name: the plain parse, its parts, the readers, and the peers."""
    plain = spacy.load(package() / "language" / "model")
    nameless = spacy.load(package() / "language" / "model", exclude=["ner"])
    rules, coder, small = Triples(plain), PatternCoder(), small_pipeline()
    shipped = pipeline.load()
    finder = NameFinder(gazetteer.load())
    steps: dict[str, Step] = {
        "tokenise": lambda articles: [plain.make_doc(a.text) for a in articles],
        "tag and parse, no names": lambda articles: list(nameless.pipe(a.text for a in articles)),
        PLAIN: lambda articles: list(plain.pipe(a.text for a in articles)),
        "names by the gazetteer": _apart(shipped.nlp.make_doc, finder.find),
        **steps_of(shipped),
        "peer: plain, subject-verb-object": lambda articles: rules.read(a.text for a in articles),
        "peer: pattern coder": lambda articles: coder.read(a.text for a in articles),
    }
    if small:
        both = Triples(small)
        steps["peer: en_core_web_sm"] = lambda articles: list(small.pipe(a.text for a in articles))
        steps["peer: en_core_web_sm, subject-verb-object"] = lambda articles: both.read(
            a.text for a in articles
        )
    return steps


def _apart(first: Callable[[str], object], then: Callable[..., object]) -> Step:
    return lambda articles: [then(first(article.text)) for article in articles]
