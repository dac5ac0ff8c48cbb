"""The parse of one article as frozen words: what every rule reads instead of a spaCy `Doc`.

A `Tree` is made once, from a `Doc` that is repaired, and nothing changes it. Its words know their
heads, what hangs on them and their sentence; `syntax`, `verbal` and `hanging` ask the rest of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import InitVar, dataclass, field
from functools import partial, wraps
from typing import Any, TypeVar, cast, overload

from spacy.tokens import Doc
from spacy.tokens import Token as Parsed

from kg.language.names import PERSON, Name

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Token:
    """A word of a tree, the same object wherever it is met.

    `i` counts words and `idx` code points of the article; `pos` is its universal part of speech,
    `tag` the finer one of the Penn Treebank, `dep` the parser's label, for this room alone.
    `is_mark`: a quotation mark or a bracket.
    """

    tree: Tree
    i: int
    idx: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_punct: bool
    is_mark: bool
    head_at: int
    children_at: tuple[int, ...]
    edges: tuple[int, int]
    sentence_at: int
    head: Token = field(init=False)
    """What it hangs on; itself at the root."""
    children: tuple[Token, ...] = field(init=False)
    """What hangs on it, in the order of the text."""

    def __repr__(self) -> str:
        return f"{self.text}/{self.i}"

    def __len__(self) -> int:
        return len(self.text)

    @property
    def left_edge(self) -> Token:
        """The first word of all that hangs on it, itself included."""
        return self.tree.tokens[self.edges[0]]

    @property
    def right_edge(self) -> Token:
        """The last word of all that hangs on it, itself included."""
        return self.tree.tokens[self.edges[1]]

    @property
    def sentence(self) -> Span:
        """The sentence that it stands in."""
        return self.tree.sentences[self.sentence_at]

    @property
    def ancestors(self) -> Iterator[Token]:
        """What it hangs on, up to the root."""
        token = self
        while token.head_at != token.i:
            token = token.head
            yield token

    @property
    def is_space(self) -> bool:
        """Whether it is white space: a line break, or a second blank."""
        return self.text.isspace()

    @property
    def is_break(self) -> bool:
        """Whether it is white space that ends a line."""
        return "\n" in self.text and self.is_space

    @property
    def is_word(self) -> bool:
        """Whether it is neither punctuation nor white space."""
        return not (self.is_punct or self.is_space)

    @property
    def is_lower(self) -> bool:
        """Whether its letters are lower case."""
        return self.text.islower()

    @property
    def is_alpha(self) -> bool:
        """Whether it is letters alone."""
        return self.text.isalpha()

    @property
    def subtree(self) -> Iterator[Token]:
        """Itself and all that hangs on it, in the order in which the tree is walked."""
        children = self.children
        yield from (t for child in children if child.i < self.i for t in child.subtree)
        yield self
        yield from (t for child in children if child.i > self.i for t in child.subtree)

    def is_ancestor(self, other: Token) -> bool:
        """Whether `other` hangs on it, however far below."""
        return any(above.i == self.i for above in other.ancestors)

    def neighbour(self, steps: int = 1) -> Token:
        """The word `steps` after it, before it where negative; IndexError where the text ends."""
        place = self.i + steps
        if place < 0:
            raise IndexError(place)
        return self.tree.tokens[place]


@dataclass(frozen=True, slots=True)
class Span(Sequence[Token]):
    """Words `start` to `end` (exclusive) of a tree."""

    tree: Tree
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tree.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """The word at `place` of the span, or the words of a slice of it."""
        if isinstance(place, slice):
            start, end = _bounds(place, len(self))
            return Span(self.tree, self.start + start, self.start + end)
        return self.tree.tokens[range(self.start, self.end)[place]]  # no copy of all its words

    @property
    def text(self) -> str:
        """Its words as they stand in the article."""
        return self.tree.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def start_char(self) -> int:
        """Where its first word begins, in code points of the article."""
        return self.tree.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """One past the code point that its last word ends with."""
        last = self.tree.tokens[self.end - 1]
        return last.idx + len(last)

    @property
    def root(self) -> Token:
        """The word that the others hang on: the one nearest to the root of the sentence.

        White space and punctuation only where nothing else is there.
        """
        tops = [t for t in self if not self.start <= t.head_at < self.end]
        own = (t for t in self if t.head_at == t.i)
        return next(own, None) or min(tops, key=_depth)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tree(Sequence[Token]):
    """The words and sentences of one article; each of `words` makes one for the tree it is in.

    `text` is that of the article, `names` what gazetteer and statistical reading find in it,
    `persons` what the latter alone takes for people.
    """

    text: str
    words: InitVar[Iterable[Callable[[Tree], Token]]]
    starts: InitVar[Sequence[int]]
    names: tuple[Name, ...] = ()
    people: InitVar[Iterable[tuple[int, int]]] = ()
    tokens: tuple[Token, ...] = field(init=False)
    sentences: tuple[Span, ...] = field(init=False)
    persons: tuple[Span, ...] = field(init=False)
    known: dict[str, dict[int, Any]] = field(init=False, default_factory=lambda: defaultdict(dict))
    """What `remembered` functions have found, by function and word: nothing of it can change."""

    def __post_init__(
        self,
        words: Iterable[Callable[[Tree], Token]],
        starts: Sequence[int],
        people: Iterable[tuple[int, int]],
    ) -> None:
        tokens = tuple(word(self) for word in words)
        ends = [*starts, len(tokens)][1:]
        sentences = tuple(Span(self, *run) for run in zip(starts, ends, strict=True))
        for token in tokens:  # once here, not a million times where rules ask
            object.__setattr__(token, "head", tokens[token.head_at])
            object.__setattr__(token, "children", tuple(tokens[i] for i in token.children_at))
        object.__setattr__(self, "tokens", tokens)
        object.__setattr__(self, "sentences", sentences)
        object.__setattr__(self, "persons", tuple(Span(self, *run) for run in people))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """The word at `place`, or the words of a slice."""
        if isinstance(place, slice):
            return Span(self, *_bounds(place, len(self.tokens)))
        return self.tokens[place]

    @property
    def lines(self) -> Iterator[Span]:
        """The runs of words between line breaks, without those of white space alone."""
        start = 0
        for end in (*(token.i for token in self.tokens if token.is_break), len(self)):
            if not all(token.is_space for token in self.tokens[start:end]):
                yield self[start:end]
            start = end + 1

    def at(self, offset: int) -> Token | None:
        """The word at the code point `offset`, or before the blank there; None outside the text."""
        place = bisect_right(self.tokens, offset, key=lambda token: token.idx) - 1
        return self.tokens[place] if place >= 0 and offset < len(self.text) else None


def remembered(find: Callable[[Token], Found]) -> Callable[[Token], Found]:
    """`find`, asked once of each word: for what hangs on the tree alone and is never changed."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def once(token: Token) -> Found:
        known = token.tree.known[name]
        try:
            return cast(Found, known[token.i])
        except KeyError:
            found = known[token.i] = find(token)
            return found

    return once


def of(doc: Doc, names: tuple[Name, ...] = ()) -> Tree:
    """The tree of a repaired `doc`, with the `names` found in it."""
    sentences = list(doc.sents)
    number = {token.i: n for n, sentence in enumerate(sentences) for token in sentence}
    return Tree(
        doc.text,
        [partial(_token, token, number[token.i]) for token in doc],
        [sentence.start for sentence in sentences],
        names,
        [(ent.start, ent.end) for ent in doc.ents if ent.label_ in PERSON],
    )


def present(*found: Found | None) -> list[Found]:
    """Those of `found` that are there."""
    return [one for one in found if one is not None]


def _token(token: Parsed, sentence: int, tree: Tree) -> Token:
    return Token(
        tree=tree,
        i=token.i,
        idx=token.idx,
        text=token.text,
        lower=token.lower_,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        is_punct=token.is_punct,
        is_mark=token.is_quote or token.is_bracket,
        head_at=token.head.i,
        children_at=tuple(child.i for child in token.children),
        edges=(token.left_edge.i, token.right_edge.i),
        sentence_at=sentence,
    )


def _bounds(place: slice, length: int) -> tuple[int, int]:
    start, end, _ = place.indices(length)
    return start, max(start, end)


def _depth(token: Token) -> int:
    if (token.is_space or token.is_punct) and not token.children_at:
        return len(token.tree)
    return sum(1 for _ in token.ancestors)
