"""Repairs of verbs of sending and going that stand behind what was sent or went.

Headlines leave out 'were' ("Soldiers sent to Fiji"), and verbs that take no object ("A frigate
docked in Oman") look like participles. Each repair names the reading it mends.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.lemma import lemma
from kg.language.trees import raise_over

_SENDING = frozenset({"send", "dispatch", "order", "rush", "fly"})
"""Verbs that mean nothing of their subject without an object: what stands before was sent."""
_MOVING = frozenset(
    {
        *("arrive", "dock", "sail", "march", "depart", "disembark", "travel", "retreat"),
        *("converge", "return", "disengage", "flee", "advance"),
    }
)
"""Verbs that are no passive participle: they take no object, or seldom one."""
_BOUND = {"headed": "head", "bound": "bind", "destined": "destine"}


def _is_aim(child: Token) -> bool:
    """'to Fiji', 'to quell riots' behind a verb of sending."""
    marks = {c.lower_ for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i}
    return bool(marks & {"to", "into", "back"}) and child.dep_ in ("obl", "advcl", "xcomp")


ALL = ()
