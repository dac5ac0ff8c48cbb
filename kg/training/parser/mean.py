"""The mean of two pipelines' weights, of a training's start and its end.

Where the one came from the other by training, their mean errs less than either.
"""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

_LISTENER = "tok2vec-listener"
"""Stands for weights of another component."""


def mean(start: Path, end: Path, share: float) -> Language:
    """`share` of the weights at `start`, the rest of those at `end`; both have the same shape."""
    before, after = spacy.load(start), spacy.load(end)
    for name, pipe in after.pipeline:
        theirs = before.get_pipe(name).model.walk()  # type: ignore[attr-defined]
        for ours, old in zip(pipe.model.walk(), theirs, strict=True):  # type: ignore[attr-defined]
            for param in ours.param_names:
                if ours.has_param(param) and ours.name != _LISTENER:
                    both = share * old.get_param(param) + (1 - share) * ours.get_param(param)
                    ours.set_param(param, both.astype("float32"))
    return after
