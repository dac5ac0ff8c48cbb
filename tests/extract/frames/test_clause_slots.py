"""Slots inside the clauses that an event word governs, on trees and agents by hand."""

import pytest

from kg.extract.frames.clause_slots import ClauseSlots
from kg.model import Agent
from tests.extract.trees import parsed, word

VOWED = parsed(
    "Chad vowed to hit bases in Mali .",
    "NNP VBD TO VB NNS IN NNP .",
    "1:nsubj 1:ROOT 3:mark 1:xcomp 3:obj 6:case 3:obl 1:punct",
)
WARNED = parsed(
    "Chad warned that Mali would pay a price .",
    "NNP VBD IN NNP MD VB DT NN .",
    "1:nsubj 1:ROOT 5:mark 5:nsubj 5:aux 1:ccomp 7:det 5:obj 1:punct",
)
UNLESS = parsed(
    "Chad threatened war unless Mali withdrew .",
    "NNP VBD NN IN NNP VBD .",
    "1:nsubj 1:ROOT 1:obj 5:mark 5:nsubj 1:advcl 1:punct",
)


class Agents:
    """Every word in capitals is a state of its name."""

    def of_phrase(self, token):
        named = token is not None and token.text[0].isupper()
        return (Agent(token.text, "State", token.text),) if named else ()


def told(doc, host: str, slot: str) -> list[str]:
    return [t.text for t in ClauseSlots(Agents()).words(word(doc, host), slot)]


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("clause head", ["hit"]),
        ("clause object", ["bases"]),
        ("clause against", ["Mali"]),
        ("clause", ["to", "hit", "bases", "in", "Mali"]),
        ("clause subject", []),
        ("clause fate", []),
        ("condition", []),
    ],
)
def test_a_clause_of_what_somebody_will_do(slot, words):
    assert told(VOWED, "vowed", slot) == words


@pytest.mark.parametrize(
    ("slot", "words"),
    [("clause subject", ["Mali"]), ("clause fate", ["price", "pay"]), ("clause", [])],
)
def test_a_clause_of_what_befalls_another(slot, words):
    assert told(WARNED, "warned", slot) == words


def test_who_is_to_do_something_stands_in_the_condition():
    assert told(UNLESS, "threatened", "condition") == ["Mali"]
