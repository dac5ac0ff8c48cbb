"""Offices, bodies and groups: role words of a state to the agent that they name."""

from __future__ import annotations

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.people import HEADS, slug
from kg.knowledge.tables import RoleRow
from kg.language import syntax
from kg.language.hanging import relation
from kg.language.names import Name
from kg.language.tree import Token, Tree
from kg.model import Agent, AgentKind, Article


class Offices:
    """What role words stand for in one article; `names` maps a token's index to its name."""

    def __init__(
        self, tree: Tree, article: Article, names: dict[int, Name], knowledge: Knowledge
    ) -> None:
        self.tree, self.article, self._at = tree, article, names
        self._gazetteer, self._lexicon = knowledge.gazetteer, knowledge.lexicon
        nouns = self._lexicon.parties.document_nouns
        self._documents = frozenset({*nouns, *map(plural, nouns)})
        self._words: dict[int, str] = {}  # asked again by each rule that meets the token

    def words(self, token: Token) -> str:
        """The longest role phrase that ends at `token`: 'spy agency', 'foreign minister'."""
        if token.i not in self._words:
            self._words[token.i] = self._longest(token)
        return self._words[token.i]

    def _longest(self, token: Token) -> str:
        after = token.i + 1
        longer = after < len(self.tree) and relation(self.tree[after]) == "name part"
        found = self._ending_at(self.tree[after], token) if longer else ""
        return found or self._beginning_at(token) or self._ending_at(token, token)

    def _beginning_at(self, token: Token) -> str:
        """'ministry of defence': the longest role phrase with 'of' behind `token`."""
        last = min(token.i + self._gazetteer.longest_role, token.sentence.end)
        if token.i + 2 >= last or token.neighbour().lower != "of":
            return ""
        runs = (self.tree[token.i : end].text.lower() for end in range(last, token.i + 2, -1))
        return next((run for run in runs if self._gazetteer.any_role(run)), "")

    def is_spelled_out(self, token: Token) -> bool:
        """Whether more than the bare noun tells of a body: a name, or a longer role."""
        return token.i in self._at or len(self.words(token).split()) > 1

    def speaking(self, token: Token) -> str:
        """The role phrase that ends at `token`; '' where who plays it speaks for nobody."""
        words = self.words(token)
        role = self._gazetteer.any_role(words)
        return words if role is None or role.speaks else ""

    def _ending_at(self, token: Token, head: Token) -> str:
        """The longest role phrase from `head` or a word before it to `token`."""
        best, may, lemma = "", self._gazetteer.may_end_role, lemma_of(token)
        if not may(token.lower) and not may(lemma):
            return best
        own, text = self._at.get(head.i), self.tree.text
        end = token.idx + len(token.text)
        for start in range(token.i, max(-1, token.i - self._gazetteer.longest_role), -1):
            name, first = self._at.get(start), self.tree.tokens[start]
            if start < token.i and (name not in (None, own) or first.tag == "POS"):
                break
            if start > head.i:
                continue
            before = self.tree.tokens[max(start, token.i - 1)]
            inner = text[first.idx : before.idx + len(before.text)] if start < token.i else ""
            forms = (text[first.idx : end].lower(), f"{inner.lower()} {lemma}".strip())
            best = next((form for form in forms if self._gazetteer.any_role(form)), best)
        return best

    def is_unnamed(self, token: Token, words: str) -> bool:
        """'officials', 'a senior official': people of a kind, no holder of an office."""
        if lemma_of(token) not in self._lexicon.parties.group_nouns:
            return False
        role = self._gazetteer.role(words, None)
        unnamed = role is not None and role.role in self._lexicon.parties.unnamed_roles
        office = role is not None and role.role in HEADS
        return unnamed or (token.tag.endswith("S") and not office)

    def agent(self, role: RoleRow, state: Agent, words: str) -> Agent:
        """Who plays `role` for `state`: from the gazetteer, else made of the `words`."""
        if role.kind == "office":
            return self._office(role, state, words)
        body = self._gazetteer.body(state.key, role.role)
        if body is not None:
            return self._gazetteer.agent(body, self.article.published)
        of = state.key if role.speaks else None
        words = role.words[0] if " of " in words and not role.several else words
        return Agent(f"{state.key}-{slug(words)}", "GovernmentBody", self._label(state, words), of)

    def _office(self, role: RoleRow, state: Agent, words: str) -> Agent:
        """Who holds the office on the day of the article, else somebody without a name."""
        offices = [role.role]
        if role.role == "leader":
            offices = ["head_of_state", "leader", "head_of_government"]
        on = self.article.published
        holders = (self._gazetteer.holder(state.key, office, on) for office in offices)
        holder = next((key for key in holders if key is not None), None)
        if holder is not None:
            return self._gazetteer.agent(holder, on)
        opposed = state.kind == "State" and role.role in self._lexicon.parties.opposed_roles
        of = state.key if role.speaks and not opposed else None
        key = f"person-{state.key}-{slug(words)}-{slug(self.article.name)}"
        return Agent(key, "Person", self._label(state, words), of)

    def _label(self, owner: Agent, words: str) -> str:
        return f"{self.adjective(owner)} {words}"

    def adjective(self, state: Agent) -> str:
        """'Kenyan' for Kenya; the label where the gazetteer has no adjective."""
        row = self._gazetteer.states.get(state.key)
        return row.adjective if row and row.adjective else state.label

    def group(self, owner: Agent, words: str, *, unaffiliated: bool) -> Agent:
        """Unnamed people of `owner`; those who speak for nobody get no state."""
        of = None if unaffiliated else owner.key
        return self.unnamed(self._label(owner, words), of, words)

    def described(self, token: Token, of: str | None) -> Agent:
        """Unnamed people as the phrase of `token` calls them."""
        words = [t.text for t in syntax.attributes(token) if t.pos in ("ADJ", "NOUN", "PROPN")]
        label = " ".join([*words, token.text])
        return self.unnamed(label[:1].upper() + label[1:], of, token.text)

    def unnamed(self, label: str, of: str | None, words: str) -> Agent:
        """Unnamed people, or a document; `words` ends with the noun that tells which."""
        last = words.lower().rpartition(" ")[2]
        kind: AgentKind = "Document" if last in self._documents else "Group"
        # the article is part of the key: unnamed people of two articles are never merged
        return Agent(f"group-{slug(self.article.name)}-{slug(label)}", kind, label, of)


def plural(word: str) -> str:
    """The plural of an English noun that follows the rules."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith("man"):
        return f"{word[:-3]}men"
    return f"{word}s"
