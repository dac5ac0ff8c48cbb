"""Who did it, where neither subject nor owner tells, on trees and agents by hand."""

import pytest

from kg.extract.frames.blame import Blame
from kg.knowledge import lexicon
from kg.model import Agent
from tests.extract.trees import parsed, word

CLAIMED = parsed(
    "The group claimed responsibility for the attack .",
    "DT NN VBD NN IN DT NN .",
    "1:det 2:nsubj 2:ROOT 2:obj 6:case 6:det 3:nmod 2:punct",
)
DENOUNCED = parsed(
    "The group denounced responsibility for the attack .",
    "DT NN VBD NN IN DT NN .",
    "1:det 2:nsubj 2:ROOT 2:obj 6:case 6:det 3:nmod 2:punct",
)
ATTRIBUTED = parsed(
    "Mali attributed the attack to rebels .",
    "NNP VBD DT NN IN NNS .",
    "1:nsubj 1:ROOT 3:det 1:obj 5:case 1:obl 1:punct",
)
COMPARED = parsed(
    "Mali compared the attack to rebels .",
    "NNP VBD DT NN IN NNS .",
    "1:nsubj 1:ROOT 3:det 1:obj 5:case 1:obl 1:punct",
)
BEHIND = parsed(
    "The rebels behind the raid fled .",
    "DT NNS IN DT NN VBD .",
    "1:det 5:nsubj 4:case 4:det 1:nmod 5:ROOT 5:punct",
)
SET_OFF = parsed(
    "A bomb set off by rebels killed two .",
    "DT NN VBN RP IN NNS VBD CD .",
    "1:det 6:nsubj 1:acl 2:compound:prt 5:case 2:obl:agent 6:ROOT 6:obj 6:punct",
)
BANDS = frozenset({"group", "rebels"})


class Agents:
    """Groups and rebels are agents by what they are called."""

    def of_phrase(self, token):
        named = token is not None and token.text in BANDS
        return (Agent(token.text, "Group", token.text),) if named else ()

    def whose(self, token):
        return self.of_phrase(token)


@pytest.fixture(scope="module")
def blame() -> Blame:
    return Blame(Agents(), lexicon.load())


@pytest.mark.parametrize(
    ("doc", "act", "who"),
    [
        (CLAIMED, "attack", ["group"]),
        (DENOUNCED, "attack", []),
        (ATTRIBUTED, "attack", ["rebels"]),
        (COMPARED, "attack", []),
        (BEHIND, "raid", ["rebels"]),
    ],
)
def test_who_is_said_to_have_done_it(blame, doc, act, who):
    assert [a.key for a in blame.responsible(word(doc, act))] == who


def test_whose_doing_a_means_was(blame):
    assert [a.key for a in blame.set_off_by(word(SET_OFF, "bomb"))] == ["rebels"]
    assert blame.set_off_by(word(BEHIND, "raid")) == ()
