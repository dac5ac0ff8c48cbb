"""Marks of the network to proposals: which words are events, and which runs fill their roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from kg.extract.propose.features import Sheet
from kg.extract.propose.marks import SURE, Marks
from kg.extract.propose.proposal import Proposal, Run
from kg.extract.write.draft import PLAIN
from kg.model import Modality, Phase, Stance

NONE = "-"
"""The class of a word that names no event."""
_BRIDGE = 0.2
"""Probability from which a word between two that fill a role fills it too."""
Key = TypeVar("Key", bound="str | int")


def proposals(sheet: Sheet, marks: Iterable[Marks], sure: float = SURE) -> Iterator[Proposal]:
    """What the network holds for events of the article of `sheet`, in order of the text."""
    last: Marks | None = None
    for mark in sorted(marks, key=lambda m: m.trigger):
        if 1 - mark.classes[NONE] < sure:
            continue
        same = last is not None and _is_same(sheet, last, mark)
        found = _proposal(sheet, mark)
        if found.event_class == PLAIN and not _is_contested(found):
            continue
        last = mark
        if not same:
            yield found


def event_class(mark: Marks) -> str:
    """The likeliest class of the event that `mark` holds for one."""
    return best({name: p for name, p in mark.classes.items() if name != NONE})


def best(chances: Mapping[Key, float]) -> Key:
    """The likeliest of `chances`; of two alike the first in order."""
    return min(chances, key=lambda key: (-chances[key], key))


def _is_same(sheet: Sheet, before: Marks, mark: Marks) -> bool:
    """'air strikes', 'carried out': words side by side of one class name one event."""
    beside = mark.trigger == before.trigger + 1
    together = sheet.sentences[mark.trigger] == sheet.sentences[before.trigger]
    return beside and together and event_class(mark) == event_class(before)


def _is_contested(proposal: Proposal) -> bool:
    """Whether somebody denies it or is silent: what has no class is a claim only then."""
    return proposal.stance != "asserts" and bool(proposal.runs("claimant"))


def _proposal(sheet: Sheet, mark: Marks) -> Proposal:
    roles = {role: tuple(_runs(sheet, found)) for role, found in mark.roles.items()}
    told = {name: best(chances) for name, chances in mark.values.items()}
    name = event_class(mark)
    return Proposal(
        event_class=name,
        trigger=sheet.tokens[mark.trigger],
        roles={role: runs for role, runs in roles.items() if runs},
        stance=cast(Stance, told["stance"]),
        modality=cast(Modality, told["modality"]),
        negated=told["negated"] == "true",
        phase=cast(Phase, told["phase"]),
        score=1 - mark.classes[NONE],
        by="taught",
    )


def _runs(sheet: Sheet, chances: Mapping[int, float]) -> Iterator[Run]:
    """Words beside each other of one sentence that fill a role, as runs of tokens."""
    run: list[int] = []
    for word in sorted(w for w, p in chances.items() if p >= SURE):
        if run and not _joins(sheet, chances, run[-1], word):
            yield sheet.tokens[run[0]], sheet.tokens[run[-1]] + 1
            run = []
        run.append(word)
    if run:
        yield sheet.tokens[run[0]], sheet.tokens[run[-1]] + 1


def _joins(sheet: Sheet, chances: Mapping[int, float], last: int, word: int) -> bool:
    near = word == last + 1 or (word == last + 2 and chances.get(last + 1, 0) >= _BRIDGE)
    return near and sheet.sentences[word] == sheet.sentences[last]
