"""A trained parser that sees more of its state: 13 words instead of 8, and reads as before.

The words added are the outer children of the two topmost words of the stack. Their weights start
at zero, so training goes on where it was.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_model_from_config

_PLACES = (0, 1, 2, 3, 4, 7, 5, 6)
"""Where spaCy's state of 13 words has the words of its state of 8 (`_state.pxd`)."""


def widen(start: Path, out: Path) -> None:
    """Write the pipeline `start` to `out` with `extra_state_tokens`; it must parse as before."""
    old = spacy.load(start)
    config = old.config.copy()
    config["components"]["parser"]["model"]["extra_state_tokens"] = True
    new = load_model_from_config(config)
    for text in old.vocab.strings:
        new.vocab.strings.add(text)
    for name, pipe in old.pipeline:
        if name != "parser":
            new.get_pipe(name).from_bytes(pipe.to_bytes())  # type: ignore[attr-defined]
    _parser(old, new)
    new.to_disk(out)


def _parser(old: Language, new: Language) -> None:
    before, after = old.get_pipe("parser"), new.get_pipe("parser")
    after.moves.from_bytes(before.moves.to_bytes())  # type: ignore[attr-defined]
    after.cfg.update(before.cfg)  # type: ignore[attr-defined]
    model, trained = after.model, before.model  # type: ignore[attr-defined]
    model.get_ref("upper").set_dim("nO", trained.get_ref("upper").get_dim("nO"))
    model.initialize(X=[Doc(new.vocab, words=["word"])])
    for name in ("upper", "tok2vec"):
        source, target = trained.get_ref(name), model.get_ref(name)
        for ours, theirs in zip(target.walk(), source.walk(), strict=True):
            for param in theirs.param_names:
                if theirs.has_param(param) and ours.name != "tok2vec-listener":
                    ours.set_param(param, theirs.get_param(param).copy())
    lower, known = model.get_ref("lower"), trained.get_ref("lower")
    weights, padding = np.zeros_like(lower.get_param("W")), np.zeros_like(lower.get_param("pad"))
    for place, to in enumerate(_PLACES):
        weights[to] = known.get_param("W")[place]
        padding[0, to] = known.get_param("pad")[0, place]
    lower.set_param("W", weights)
    lower.set_param("b", known.get_param("b").copy())
    lower.set_param("pad", padding)
    model.attrs["unseen_classes"] = set()
