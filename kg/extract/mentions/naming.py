"""What a name that no table lists can be the name of: somebody, a body of people, or nobody.

The parser's names are guesses: a hospital, a district and the word "Bureau" are taken for people.
The last word of a name tells what it is; a word alone that means something is no name.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions.knowledge import Knowledge
from kg.language.names import Name
from kg.language.tree import Tree
from kg.model import Agent, AgentKind

_INSIDE = frozenset({"at", "in", "inside", "near", "outside", "within"})
"""Where somebody is; nobody is in a person."""
_COMMON = frozenset({"building", "company", "lone", "people"})
"""Types of words that mean a place or people of a kind."""


class Naming:
    """Tells the names of people from others by the words of the lexicon."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._gazetteer, self._lexicon = knowledge.gazetteer, knowledge.lexicon

    def kind(self, name: str, *, titled: bool = False) -> AgentKind | None:
        """Kind of whoever is called `name`; None where it is a place, a thing or a title.

        `titled`: a title stands before it, so that a common word may be a surname.
        """
        parties, words = self._lexicon.parties, name.lower().split()
        last = words[-1] if words else ""
        if last in parties.site_endings:
            return None
        if len(words) > 1:
            return "Organization" if last in parties.body_endings else "Person"
        if last in parties.body_endings or self._gazetteer.title(last, None):
            return None
        return "Person" if titled or not self._is_common(last) else None

    def agent(self, person: Agent) -> Agent | None:
        """`person` as what its name tells that it is; None where it is nobody."""
        kind = self.kind(person.label)
        if kind in ("Person", None):
            return person if kind else None
        own = person.key.removeprefix("person-x-").removeprefix("person-")
        return Agent(f"organization-{own}", kind, person.label, person.of)

    def is_silent(self, lemma: str) -> bool:
        """Whether the noun means something that happens or is made, and no people."""
        parties = self._lexicon.parties
        nouns = parties.group_nouns | parties.body_nouns | parties.state_nouns | parties.aide_nouns
        if lemma in nouns | parties.document_nouns | parties.body_endings:
            return False
        known = self._lexicon.types(lemma, frozenset()) or self._gazetteer.any_role(lemma)
        return not known and lemma.endswith(tuple(parties.silent_endings))

    def is_somewhere(self, name: Name, names: Sequence[Name], tree: Tree) -> bool:
        """Whether the article puts something inside of what it calls `name`: it is a place."""
        return any(
            other.text == name.text
            and other.start > 0
            and tree[other.start - 1].lower in _INSIDE
            and not (other.end < len(tree) and tree[other.end].tag == "POS")
            for other in names
        )

    def _is_common(self, word: str) -> bool:
        """'secretary', 'medics': a word that the lexicon knows for a kind of people or place."""
        parties = self._lexicon.parties
        nouns = parties.group_nouns | parties.body_nouns | parties.document_nouns
        forms = {word, word.removesuffix("s")}
        types = {kind for form in forms for kind in self._lexicon.types(form, frozenset())}
        role = any(self._gazetteer.any_role(form) for form in forms)
        return bool(forms & nouns or types & _COMMON or role)
