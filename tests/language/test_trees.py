"""Moves in a tree that is still spaCy's, and how its labels are told."""

from kg.language.trees import is_universal
from tests.language.trees import Sentence

SENT = Sentence(
    "Troops were sent", "NNS VBD VBN",
    "2:nsubj:pass 2:aux:pass 2:ROOT", "2:nsubjpass 2:auxpass 2:ROOT",
)  # fmt: skip


def test_the_scheme_is_told_by_its_labels():
    assert is_universal(SENT.doc("universal"))
    assert not is_universal(SENT.doc("clear"))
