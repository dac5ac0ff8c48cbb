"""People in an article: by full name, by title ("Polish President X"), and later by surname."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.naming import Naming
from kg.knowledge.tables import RoleRow
from kg.language.names import Name
from kg.language.tree import Token, Tree
from kg.model import Agent

_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "da", "van", "von", "der", "abu", "la", "ul", "-"}
)
"""Words in lower case that stand inside names."""
_NO_NAMES = ("DET", "PRON", "ADP", "AUX", "VERB", "ADV", "SCONJ", "CCONJ", "NUM", "PUNCT")
HEADS = ("head_of_state", "head_of_government", "monarch")
"""Offices of which a state has one holder."""
_OF_NOBODY = "person-x-"
"""Begins the keys of people of whom no state or body is known."""
_LESSER = frozenset({"acting", "assistant", "associate", "deputy", "former", "under", "vice"})
_LONGEST_TITLE = 6
"""Tokens of a title with what stands between it and the name: 'Secretary of State'."""
_MOST_INITIALS = 3
"""Letters up to which a name in capitals may be initials."""
_MOST_NAME_TOKENS = 6
"""Longest run of capitalised words read as one person's name; longer ones are headlines."""


@dataclass(frozen=True, slots=True)
class Person:
    """Tokens `start` to `end` (exclusive) name `agent`."""

    start: int
    end: int
    agent: Agent


def slug(text: str) -> str:
    """Lower-case ASCII of `text` with hyphens: the form of keys made from names."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


def _is_called(title: str, words: str) -> bool:
    """Whether somebody with this title is 'the' so and so; not where `words` leave out 'deputy'."""
    if title == words or title.startswith(f"{words} "):
        return True
    before = title.removesuffix(f" {words}")
    return before != title and not _LESSER & set(before.split())


def _cased(name: str) -> str:
    """'BLINKEN' of a transcript as it stands elsewhere; initials stay as they are."""
    shout = name.isupper() and len(name) > _MOST_INITIALS
    return name.title() if shout else name


class People:
    """The people that one article names: `mentions` in the order of the text, `at` by token.

    `origin` tells the state that somebody is from, by key, `stateless` the token of a title that
    speaks for a state which nobody names; `titled` are first tokens of names behind a title.
    """

    def __init__(
        self,
        tree: Tree,
        names: tuple[Name, ...],
        knowledge: Knowledge,
        on: date | None,
        places: Container[str] = (),
    ) -> None:
        self._tree, self._finder, self._gazetteer = tree, knowledge.finder, knowledge.gazetteer
        self._on, self._places = on, places
        self._name_titles = knowledge.lexicon.parties.titles
        self._initials = {title[:1] for title in self._name_titles}
        self._opposed = knowledge.lexicon.parties.opposed_roles
        self._names, self.naming = names, Naming(knowledge)
        self._at = {i: n for n in names for i in range(n.start, n.end)}
        self._surnames: dict[str, Agent] = {}
        self.origin: dict[str, str] = {}
        self.stateless: dict[str, int] = {}
        titled = [*self._titled()]
        found = [*self._full(), *titled]
        self.titled = frozenset(person.start for person in titled)
        taken = {i for p in found for i in range(p.start, p.end)}
        for person in sorted(found, key=lambda p: p.start):
            self._remember(person)
        found += self._later(taken)
        self.mentions = tuple(sorted(found, key=lambda p: p.start))
        self.at = {i: p for p in self.mentions for i in range(p.start, p.end)}

    def _full(self) -> Iterator[Person]:
        """Leaders by the full names of the tables."""
        for name in self._names:
            if name.forms == {"leader"}:
                keys = {entry.key for entry in name.entries}
                yield Person(name.start, name.end, self._known(keys, None))

    def _known(self, keys: set[str], of: str | None) -> Agent:
        """Of the leaders so called the one who serves `of` and, of several, held office lately."""
        agents = [self._gazetteer.agent(key, self._on) for key in sorted(keys)]
        fitting = [a for a in agents if of is None or a.of == of] or agents
        rank = {a.key: self._gazetteer.distance(a.key, self._on) for a in fitting}
        return min(fitting, key=lambda a: (rank[a.key], a.key))

    def _titled(self) -> Iterator[Person]:
        """People whom a title brings in: 'Polish President X'."""
        done = -1
        for token in self._tree:
            if token.i <= done:
                continue
            end, words = self._title(token.i)
            last = self._run(end) if words else end
            called = self._tree[end:last].text
            # no name: 'Assistant Secretary, Bureau of'
            named = last > end and self.naming.kind(called, titled=True) == "Person"
            if named and not self._is_leader(end, last):
                done = last - 1
                yield self._introduced(token.i, end, last, words)

    def _title(self, start: int) -> tuple[int, str]:
        """The longest title that starts at token `start`: (one past its end, its words)."""
        name = self._at.get(start)
        if name is not None and name.is_listed:
            return start, ""
        tokens, text = self._tree.tokens, self._tree.text
        first = tokens[start].text
        if not self._gazetteer.may_begin_title(first) and first[:1] not in self._initials:
            return start, ""
        for end in range(min(start + 5, len(tokens)), start, -1):
            words = text[tokens[start].idx : tokens[end - 1].idx + len(tokens[end - 1].text)]
            if not words[0].isupper() and end - start == 1:
                continue
            if self._gazetteer.title(words, None) or words in self._name_titles:
                return end, words
        return start, ""

    def _run(self, start: int) -> int:
        """One past the last token of the name that starts at `start`; `start` where none does."""
        end = start
        while end < min(start + _MOST_NAME_TOKENS, len(self._tree)) and self._goes_on(start, end):
            end += 1
        while end > start and self._tree[end - 1].lower in _PARTICLES:
            end -= 1
        return end

    def _goes_on(self, start: int, index: int) -> bool:
        """Whether the token at `index` belongs to the name that starts at `start`."""
        token, named = self._tree[index], self._at.get(index)
        if named is not None and named.is_listed and "leader" not in named.forms:
            return False
        if token.text[:1].isupper() and token.pos not in _NO_NAMES:
            return True
        joined = token.is_alpha and self._tree[index - 1].text == "-"
        return index > start and (joined or token.lower in _PARTICLES)

    def _is_leader(self, start: int, end: int) -> bool:
        """Whether a leader of the tables is named from token `start` to `end` (exclusive)."""
        names = (self._at[i] for i in range(start, end) if i in self._at)
        return any("leader" in name.forms for name in names)

    def _introduced(self, title_start: int, start: int, end: int, title: str) -> Person:
        of = self._state_before(title_start) or self._state_after(end)
        text = _cased(self._tree[start:end].text)
        role = self._gazetteer.title(title, of)
        leader = self._surnamed(text, role, of) if " " not in text else None
        if leader is not None:
            return Person(start, end, leader)
        speaks = role is not None and role.speaks
        # 'a Malian rebel leader' is of a state, and none of those who speak for it
        opposed = role is not None and role.role in self._opposed and of in self._gazetteer.states
        principal = of if speaks and not opposed else None
        key = f"person-{principal or 'x'}-{slug(text)}"
        if of is not None:
            self.origin[key] = of
        elif speaks:
            self.stateless.setdefault(key, title_start)
        return Person(start, end, Agent(key, "Person", text, principal))

    def _surnamed(self, surname: str, role: RoleRow | None, of: str | None) -> Agent | None:
        """The leader of `of` whom a title and a surname mean; one who held the `role` first."""
        keys = {*self._finder.surname(surname)}
        if role is not None:
            keys = {k for k in keys if self._gazetteer.held(k, role.role)} or keys
        keys = {k for k in keys if not self._gazetteer.is_yet_to_come(k, self._on)}
        serves = of is None or any(self._gazetteer.agent(k, self._on).of == of for k in keys)
        return self._known(keys, of) if keys and serves else None

    def _state_before(self, title_start: int) -> str | None:
        """The state of 'Polish President', "Poland's President"; None where none stands there."""
        for back in range(1, 4):
            name = self._at.get(title_start - back)
            if name is None:
                continue
            sender = self._at.get(name.start - 2)  # "Britain's U.N. ambassador" speaks for Britain
            if sender is not None and self._tree[name.start - 1].tag == "POS":
                name = sender
            gap = self._tree[name.end : title_start]
            near = all(t.tag == "POS" or t.pos in ("ADJ", "NOUN", "PROPN") for t in gap)
            key = name.key("name", "adjective", "organisation", "capital", "body")
            body = self._gazetteer.bodies.get(key or "")
            return (body.of if body else key) if near else None
        return None

    def _state_after(self, end: int) -> str | None:
        """The state of 'President X of Brazil', 'Colonel X, of the Malian army'."""
        end += end < len(self._tree) and self._tree[end].text == ","
        if end + 1 >= len(self._tree) or self._tree[end].lower != "of":
            return None
        start = end + 1 + (self._tree[end + 1].lower == "the")
        name = self._at.get(start)
        if name is None:
            return None
        by_noun = name.end < len(self._tree) and self._tree[name.end].pos == "NOUN"
        return name.key("name", "adjective" if by_noun else "place")

    def made(self, name: str, of: str | None) -> Agent | None:
        """Who speaks as `name`, which no table lists; None where that is nobody's name."""
        key = f"person-{of or 'x'}-{slug(name)}"
        return self.naming.agent(Agent(key, "Person", name, of))

    def introduced_as(self, words: str, before: int) -> Agent | None:
        """'the secretary': whoever was last named, before a token, behind a title with `words`.

        No deputy is meant: 'Deputy Secretary X' is 'the deputy secretary'.
        """
        for person in reversed(self.mentions):
            if person.start < before and _is_called(self._title_of(person.start), words):
                return person.agent
        return None

    def behind_title(self, index: int) -> Person | None:
        """The person whose title has the token: 'Secretary' of 'Secretary of State X'."""
        end = next((i for i in range(index + 1, index + _LONGEST_TITLE) if i in self.at), None)
        if end is None or self.at[end].start != end:
            return None
        return self.at[end] if self._title_start(end) in range(index + 1) else None

    def _title_of(self, start: int) -> str:
        """The title before the name at `start`, in small letters; "" where there is none."""
        begin = self._title_start(start)
        return self._tree[begin : self._title(begin)[0]].text.lower() if begin is not None else ""

    def _title_start(self, start: int) -> int | None:
        """Where the title before the name at `start` begins; None where there is none."""
        for begin in range(max(0, start - _LONGEST_TITLE), start):
            end, words = self._title(begin)
            between = self._tree[end:start]
            named = all(t.text[:1].isupper() or t.lower == "of" for t in between)
            if words and end <= start and named:
                return begin
        return None

    def rename(self, mentions: Iterable[Person]) -> None:
        """Replaces the mentions, one for one; who gets another key keeps the state of origin."""
        now = tuple(mentions)
        for before, after in zip(self.mentions, now, strict=True):
            if before.agent.key in self.origin:
                self.origin.setdefault(after.agent.key, self.origin[before.agent.key])
        self.mentions = now
        self.at = {i: p for p in self.mentions for i in range(p.start, p.end)}

    def is_named(self, key: str) -> bool:
        """Whether somebody is still known by `key`."""
        return any(m.agent.key == key for m in self.mentions)

    def settle(self, key: str, of: str) -> None:
        """Let the person `key`, whose title names no state, speak for the state or body `of`."""
        own = f"person-{of}-{key.removeprefix(_OF_NOBODY)}"
        self.rename(
            replace(m, agent=replace(m.agent, key=own, of=of)) if m.agent.key == key else m
            for m in self.mentions
        )

    def _remember(self, person: Person) -> None:
        words = [w for w in re.split(r"\s+", person.agent.label) if w]
        for word in {words[-1], words[0], person.agent.label}:
            if len(word) > 1:
                self._surnames.setdefault(word, person.agent)
        for row in self._gazetteer.leaders.get(person.agent.key, ()):
            for surname in row.surname:
                self._surnames[surname] = person.agent

    def _later(self, taken: set[int]) -> Iterator[Person]:
        """Surnames of people named before, and of known leaders after a title."""
        for token in self._tree:
            if token.i in taken or not token.text[:1].isupper() or token.pos in ("DET", "PRON"):
                continue
            name = self._at.get(token.i)
            if name is not None and name.forms - {"leader"}:
                continue
            person = self._again(token) or self._incumbent(token) or self._new(name, taken)
            if person is not None:
                yield person
                taken.update(range(person.start, person.end))

    def _again(self, token: Token) -> Person | None:
        """Somebody named before, by the longest surname that begins at `token`."""
        ends = range(min(token.i + 3, len(self._tree)), token.i, -1)
        found = ((end, self._surnames.get(self._tree[token.i : end].text)) for end in ends)
        return next((Person(token.i, end, agent) for end, agent in found if agent), None)

    def _new(self, name: Name | None, taken: set[int]) -> Person | None:
        """Whom only the NER takes for a person, and no title has brought in."""
        if name is None or name.text in self._places:
            return None
        brought = not taken.isdisjoint(range(name.start, name.end))
        if brought or self.naming.is_somewhere(name, self._names, self._tree):
            return None
        agent = self.made(name.text, None)
        if agent is None:
            return None
        person = Person(name.start, name.end, agent)
        self._remember(person)
        return person

    def _incumbent(self, token: Token) -> Person | None:
        """A bare surname, as in headlines: the one head of state or government so called now."""
        near = self._tree[max(token.i - 1, 0) : token.i + 2]
        if self._on is None or [t for t in near if t.pos == "PROPN"] != [token]:
            return None
        keys = [
            key
            for key in sorted(self._finder.surname(token.text))
            if any(self._gazetteer.holds(key, office, self._on) for office in HEADS)
        ]
        if len(keys) != 1:
            return None
        return Person(token.i, token.i + 1, self._gazetteer.agent(keys[0], self._on))
