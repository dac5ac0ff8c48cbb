"""The spaCy component `kg_claims`: `doc._.claims` in any pipeline.

It reads `doc.text` with the reader that builds use, parse included, whatever pipeline it stands in:
the rules and the taught network belong to that parse. So claims are those of `kg build`, and a
blank pipeline is enough. Offsets of claims count in `doc.text`.

`doc._.claim_agents` tells who their keys are, and `doc.spans[spans_key]` holds their words with
stance and modality, for displaCy's view of spans (`kg.extract.picture` draws a single claim).
`doc._.published`, set before, is the date against which "on Monday" is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.errors import InputError
from kg.extract.propose.network import Network
from kg.extract.reader import Reader
from kg.language.pipeline import load
from kg.model import Agent, Article, Claim

NAME: Final = "kg_claims"
KEY: Final = "kg_claims"
"""Under which a Doc keeps what was read, as JSON: a Doc is written out with it as it is."""
SPANS: Final = "claims"
NAME_LENGTH: Final = 16
"""Digits of the digest that a text goes by: the same text has the same claims, by id too."""


class Told(msgspec.Struct, frozen=True):
    """What a Doc keeps of its reading."""

    claims: tuple[Claim, ...]
    agents: tuple[Agent, ...]


class ClaimReader:
    """Adds claims to a Doc. `model` and `published` are as `make` takes them."""

    def __init__(self, model: str | None, published: date | None, spans_key: str) -> None:
        self._model, self._published, self._spans_key = model, published, spans_key

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with what is claimed in it; InputError where `doc._.published` is no date."""
        day = _day(doc._.published) or self._published
        name = hashlib.sha256(doc.text.encode()).hexdigest()[:NAME_LENGTH]
        reading = _reader(self._model).read(Article(name, doc.text, published=day))
        told = Told(reading.claims, reading.agents)
        doc.user_data[KEY] = msgspec.json.encode(told).decode()
        doc.spans[self._spans_key] = [span(doc, claim) for claim in reading.claims]
        return doc


@Language.factory(
    NAME,
    default_config={"model": None, "published": None, "spans_key": SPANS},
    assigns=["doc._.claims", "doc._.claim_agents", "doc.spans"],
)
def make(
    nlp: Language, name: str, model: str | None, published: str | None, spans_key: str
) -> ClaimReader:
    """The component.

    `model` is an installed spaCy model to parse with instead of the bundled one, `published` the
    day, as 2024-10-24, on which texts appeared that do not say it themselves, `spans_key` where the
    spans go. Raises InputError where `published` is no date; ModelError, at the first text, where
    the model is missing or unfit.
    """
    return ClaimReader(model, _day(published), spans_key)


@cache
def _reader(model: str | None) -> Reader:
    """Loaded at the first text, and once for all pipelines of a process."""
    return Reader(load(model), Network())


def span(doc: Doc, claim: Claim) -> Span:
    """The tokens that a claim's words lie in, labelled with its stance and modality."""
    label = f"{claim.stance}, {claim.modality}{', negated' if claim.negated else ''}"
    words = claim.evidence
    found = doc.char_span(words.start, words.end, label=label, alignment_mode="expand")
    assert found is not None  # evidence is never empty, and lies in the text
    return found


def told(doc: Doc) -> Told:
    """What a Doc keeps; nothing where the component has not read it."""
    kept = doc.user_data.get(KEY)
    return msgspec.json.decode(kept, type=Told) if kept else Told((), ())


def _claims(doc: Doc) -> tuple[Claim, ...]:
    return told(doc).claims


def _agents(doc: Doc) -> Mapping[str, Agent]:
    return {agent.key: agent for agent in told(doc).agents}


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        rule = "published is a date as 2024-10-24"
        raise InputError(str(value), rule, "Give one, or none.") from error


Doc.set_extension("claims", getter=_claims, force=True)
Doc.set_extension("claim_agents", getter=_agents, force=True)
Doc.set_extension("published", default=None, force=True)
