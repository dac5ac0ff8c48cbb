"""A claim as displaCy draws it: its words in their sentence, with what each part is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any, Final

from spacy import displacy
from spacy.tokens import Doc, Span

from kg.extract.component import span
from kg.model import Agent, Claim, Stance

COLOURS: Final[Mapping[Stance, str]] = {
    "asserts": "#9fd3a8",
    "denies": "#f0a3a0",
    "unconfirmed": "#f2d58c",
}
AROUND: Final = 12
"""Tokens that are shown on either side of a claim's words."""


def picture(doc: Doc, claim: Claim) -> str:
    """HTML of one claim of `doc`: its words, coloured by stance, and its trigger, cue and slots."""
    words = span(doc, claim)
    first, last = max(0, words.start - AROUND), min(len(doc), words.end + AROUND)
    marked = [words, *_parts(doc[first:last], claim)]
    drawn = {
        "text": doc[first:last].text,
        "tokens": [token.text for token in doc[first:last]],
        "spans": [
            {"start_token": one.start - first, "end_token": one.end - first, "label": one.label_}
            for one in marked
        ],
        "title": escape(title(claim, doc._.claim_agents)),
    }
    return displacy.render(
        drawn, style="span", manual=True, jupyter=False, options=_options(claim, words)
    )


def title(claim: Claim, agents: Mapping[str, Agent]) -> str:
    """Who takes which stance on what, in a line."""
    who = _names([claim.claimant] if claim.claimant else [], agents) or "the article"
    parties = " → ".join(
        filter(None, (_names(k, agents) for k in (claim.actors, claim.recipients)))
    )
    not_ = ", said not to happen" if claim.negated else ""
    what = f"{claim.event_class}{': ' if parties else ''}{parties}"
    return f"{who}: {claim.stance} {what} ({claim.modality}{not_})"


def colours(doc: Doc, key: str) -> dict[str, Any]:
    """Options for `displacy.render(doc, style="span", options=...)`: all claims by stance."""
    labels = {one.label_ for one in doc.spans[key]}
    return {
        "spans_key": key,
        "colors": {label: COLOURS[stance] for label in labels for stance in _stance(label)},
    }


def _stance(label: str) -> Iterator[Stance]:
    yield from (stance for stance in COLOURS if label.startswith(stance))


def _options(claim: Claim, words: Span) -> dict[str, Any]:
    return {"colors": {words.label_: COLOURS[claim.stance]}}


def _parts(shown: Span, claim: Claim) -> Iterator[Span]:
    """The trigger, and the words of cue and slots where they stand in what is shown."""
    doc = shown.doc
    start, end = claim.trigger.start, claim.trigger.end
    trigger = doc.char_span(start, end, label=claim.event_class, alignment_mode="expand")
    if trigger is not None and shown.start <= trigger.start < trigger.end <= shown.end:
        yield trigger
    told = {
        "cue": claim.cue,
        "figure": claim.quantity.words if claim.quantity else "",
        "time": claim.time.words if claim.time else "",
        "place": claim.place,
        **{f"object {n}": words for n, words in enumerate(claim.objects, start=1)},
    }
    for label, words in told.items():
        at = shown.text.find(words) if words else -1
        if at >= 0:
            first = shown.start_char + at
            found = doc.char_span(
                first, first + len(words), label=label.split()[0], alignment_mode="expand"
            )
            if found is not None:
                yield found


def _names(keys: Iterable[str], agents: Mapping[str, Agent]) -> str:
    return ", ".join(agents[key].label if key in agents else key for key in keys)
