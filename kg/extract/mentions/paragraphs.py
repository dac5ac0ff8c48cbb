"""The paragraphs of one article by the parties that they name, and the stories that they tell."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping

from kg.extract.mentions import pronouns
from kg.extract.mentions.people import People
from kg.extract.mentions.places import Places
from kg.extract.mentions.stories import Paragraph, divide
from kg.language import verbal
from kg.language.names import Name
from kg.language.tree import Span, Tree
from kg.model import Agent

_LONGEST_HEADING = 25
"""Tokens of a line that may be a heading; longer ones without a full stop are prose."""
_CLOSING = (".", "!", "?", "…", ":", ";")
_PARTIES = frozenset({"State", "ArmedGroup", "Organization"})
"""Kinds that tell one matter from another."""
_ABOVE = "IntergovernmentalOrganization"
"""The kind that looks into many matters: it counts where nobody else is named."""


class Stories:
    """The stories that the article `tree` tells; `named` are its parties by token."""

    def __init__(self, tree: Tree, named: Mapping[int, Agent]) -> None:
        lines = list(tree.lines)
        self._starts = [line.start_char for line in lines]
        self._numbers = divide([_paragraph(line, named) for line in lines])

    def same(self, one: int, other: int) -> bool:
        """Whether the characters at both offsets stand in one story."""
        return self._number(one) == self._number(other)

    def item(self, offset: int) -> int:
        """Which item of a digest the character at `offset` stands in, from 1; 0 in an article."""
        return self._number(offset) + 1 if any(self._numbers) else 0

    def _number(self, offset: int) -> int:
        return self._numbers[max(bisect(self._starts, offset) - 1, 0)] if self._starts else 0


def parties(
    tree: Tree,
    names: Mapping[int, Name],
    people: People,
    places: Places,
    agent: Callable[[str], Agent],
) -> dict[int, Agent]:
    """Who counts where somebody is named, or a place of somebody's, by token."""
    found = {t.i: a for t in tree for a in places.states(t)}
    for index, name in names.items():
        if key := name.key(*name.forms):
            found[index] = agent(agent(key).principal)
    for index, person in people.at.items():
        found[index] = agent(person.agent.of) if person.agent.of else person.agent
    return found


def _paragraph(line: Span, named: Mapping[int, Agent]) -> Paragraph:
    agents = [named[t.i] for t in line if t.i in named]
    parties = frozenset(a.key for a in agents if a.kind in _PARTIES)
    parties = parties or frozenset(a.key for a in agents if a.kind == _ABOVE)
    return Paragraph(parties, _leans(line, parties), _is_open(line), _is_now(line))


def _is_open(line: Span) -> bool:
    """Whether `line` is short and ends like no sentence, quotation marks and brackets aside."""
    words = [t for t in line if not (t.is_space or t.is_mark)]
    return len(line) <= _LONGEST_HEADING and bool(words) and words[-1].text not in _CLOSING


def _is_now(line: Span) -> bool:
    """Whether its first sentence tells a deed in the present: 'launches', 'are killed'.

    What is so, or is being done, is no deed of a day, nor is what the writer tells of himself.
    """
    if any(pronouns.kind(t) == "first" for t in line):
        return False
    root = next(t for t in line if not t.is_space).sentence.root
    forms = [verb for verb in verbal.modals(root) if verb.tag in ("VBZ", "VBP")]
    if root.tag in ("VBZ", "VBP"):
        return root.lemma != "be"
    return root.tag == "VBN" and bool(forms) and all(verb.lemma == "be" for verb in forms)


def _leans(line: Span, parties: frozenset[str]) -> bool:
    """Whether `line` opens with a pronoun, or with 'the' and nobody named."""
    first = next((t for t in line if t.is_word), line[0])
    pointing = first.tag in ("DT", "PDT") and first.lower not in ("a", "an", "no")
    return pronouns.kind(first) is not None or (pointing and not parties)
