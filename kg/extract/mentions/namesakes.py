"""People whose names hold the name of a state, a city or an organisation: 'Israel Okafor'."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.knowledge import Knowledge
from kg.language import syntax
from kg.language.hanging import Relation, relation
from kg.language.names import Name
from kg.language.tree import Span, Token, Tree

_JOINED: tuple[Relation, ...] = ("name part", "compound")
_ROLES: tuple[Relation, ...] = ("title", "conjunct", "apposition")
_MOST = 3
"""Words that a name behind a title may have here; longer runs are headlines."""
_KNOWN = frozenset({"leader", "adjective", "demonym"})
"""Forms of names that stay: leaders are people already, and adjectives are no part of a name."""


def with_people(
    tree: Tree, names: tuple[Name, ...], knowledge: Knowledge, kinds: AbstractSet[str]
) -> tuple[Name, ...]:
    """`names` with a person for each run of words that is a person's name and holds another's.

    `kinds` are words that end names of places: 'Benue State' is nobody.
    """
    at = {i: name for name in names for i in range(name.start, name.end)}
    runs = {*_by_tagger(tree), *_by_office(tree, knowledge), *_by_title(tree, knowledge, at)}
    found: list[Name] = []
    for start, end in sorted(runs, key=lambda run: (run[0], -run[1])):
        apart = not found or start >= found[-1].end
        if apart and tree[end - 1].lower not in kinds and _is_free(range(start, end), at):
            found.append(Name(start, end, (), tree[start:end].text))
    covered = {i for person in found for i in range(person.start, person.end)}
    kept = [name for name in names if not covered & {*range(name.start, name.end)}]
    return tuple(sorted([*kept, *found], key=lambda name: name.start))


def _by_tagger(tree: Tree) -> Iterator[tuple[int, int]]:
    """What the statistical reading takes for a person."""
    for run in tree.persons:
        if len(run) > 1 and _is_name(run):
            yield run.start, run.end


def _by_office(tree: Tree, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """'Nato Jorbenadze, a Georgian lawmaker', 'a Pakistani general, Asim Raza'."""
    for token in tree:
        if token.pos != "PROPN" or relation(token) in _JOINED:
            continue
        above = [token.head] if relation(token) == "apposition" else []
        told = [*syntax.apposition(token), *above]
        if not any(_is_office(t, knowledge) for t in told):
            continue
        start, end = _first(token), syntax.name_end(token)
        if end - start > 1 and _is_name(tree[start:end]):
            yield start, end


def _by_title(tree: Tree, knowledge: Knowledge, at: dict[int, Name]) -> Iterator[tuple[int, int]]:
    """'Governor Umar Bago': a name behind a title that begins as no other does."""
    for token in tree[1:]:
        free = token.i not in at and token.pos == "PROPN"
        if not free or not knowledge.gazetteer.title(token.neighbour(-1).text, None):
            continue
        behind = tree[token.i + 1 : token.sentence.end]
        others = (t.i for t in behind if t.pos != "PROPN" or relation(t) in _ROLES)
        end = next(others, token.sentence.end)
        if 1 < end - token.i <= _MOST and _is_name(tree[token.i : end]):
            yield token.i, end


def _first(token: Token) -> int:
    """Where the name that ends with `token` begins: 'Asim' of 'Asim Raza'."""
    first = token.sentence.start
    before = (token.tree[i] for i in range(token.i - 1, first - 1, -1))
    others = (t.i for t in before if relation(t) != "compound" or t.head != token)
    return next(others, first - 1) + 1


def _is_name(words: Span) -> bool:
    """Whether `words` are joined as names are, and written so."""
    joined = all(relation(t) in _JOINED for t in words if t != words.root)
    return joined and all(t.pos == "PROPN" and _is_capitalised(t) for t in words)


def _is_capitalised(word: Token) -> bool:
    """'Hobart', and no acronym: 'HMAS Hobart' is a ship."""
    return word.text[:1].isupper() and (len(word) == 1 or not word.text.isupper())


def _is_office(noun: Token, knowledge: Knowledge) -> bool:
    """'a Georgian lawmaker', 'the Greek defence minister': what only a person can be."""
    lemma, gazetteer = lemma_of(noun), knowledge.gazetteer
    row = gazetteer.role(lemma, None) or gazetteer.any_role(lemma)
    office = row is not None and row.kind == "office"
    return noun.tag == "NN" and (office or lemma in knowledge.lexicon.parties.group_nouns)


def _is_free(span: range, at: dict[int, Name]) -> bool:
    """Whether no name of a leader or a longer one lies in `span`; only parts of it may be names."""
    inside = {at[i] for i in span if i in at}
    reaching = any(n.start < span.start or n.end > span.stop for n in inside)
    whole = any(n.start == span.start and n.end == span.stop for n in inside)
    return not (reaching or whole or any(n.forms & _KNOWN for n in inside))
