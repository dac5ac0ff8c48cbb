"""Small dependency trees put together by hand, and their words in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

_TIGHT_LEFT = frozenset({",", ".", ":", ";", "?", "!", ")", "%", "'s", "’s", "n't", "n’t"})
_TIGHT_RIGHT = frozenset({"(", "$"})
_CURLY = {"``": "“", "''": "”"}


@dataclass(eq=False)
class Tree:
    """A word and what hangs on it, left and right, each with its Universal Dependencies label.

    `tag` is a Penn tag, `pos` a universal one; `plural` serves agreement; `name` is PERSON, ORG or
    LOC on every word of a name, and `first` marks the word that opens it.
    """

    word: str
    tag: str
    pos: str
    plural: bool = False
    name: str = ""
    first: bool = False
    left: list[tuple[str, Tree]] = field(default_factory=list)
    right: list[tuple[str, Tree]] = field(default_factory=list)

    def before(self, label: str, child: Tree) -> Tree:
        """This tree with `child` as its outermost word on the left."""
        self.left.insert(0, (label, child))
        return self

    def inside(self, label: str, child: Tree) -> Tree:
        """This tree with `child` right in front of its head word."""
        self.left.append((label, child))
        return self

    def after(self, label: str, child: Tree) -> Tree:
        """This tree with `child` as its last word."""
        self.right.append((label, child))
        return self

    def words(self) -> Iterator[tuple[Tree, Tree | None, str]]:
        """(word, its head or None, label) in the order of the sentence."""
        yield from self._words(None, "root")

    def _words(self, head: Tree | None, label: str) -> Iterator[tuple[Tree, Tree | None, str]]:
        for name, child in self.left:
            yield from child._words(self, name)
        yield self, head, label
        for name, child in self.right:
            yield from child._words(self, name)


@dataclass(frozen=True, slots=True)
class Row:
    """One word of a sentence; `head` counts from 0, the root has its own number."""

    word: str
    space: bool
    tag: str
    pos: str
    head: int
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a house writes: `curly` quotes, `spaced` dashes, a headline in `title` case."""

    curly: bool = False
    spaced: bool = True
    title: bool = False


def rows(root: Tree, style: Style) -> list[Row]:
    """The words of `root` in order, its first letter a capital."""
    words = list(root.words())
    number = {id(tree): i for i, (tree, _, _) in enumerate(words)}
    found = []
    for i, (tree, head, label) in enumerate(words):
        following = words[i + 1][0] if i + 1 < len(words) else None
        found.append(
            Row(
                _spelt(tree, i == 0 or (i == 1 and words[0][0].tag == "``"), style),
                _space(tree, following, style),
                tree.tag,
                tree.pos,
                number[id(head)] if head is not None else i,
                label,
                f"{'B' if tree.first else 'I'}-{tree.name}" if tree.name else "O",
            )
        )
    return found


_SMALL = frozenset({"to", "of", "in", "on", "at", "by", "for", "and", "a", "the", "with", "from"})


def _spelt(tree: Tree, opens: bool, style: Style) -> str:
    word = tree.word
    if style.curly:
        word = _CURLY.get(tree.tag, word.replace("'", "’"))
    if opens or (style.title and word not in _SMALL):
        word = word[:1].upper() + word[1:]
    return word


def _space(tree: Tree, following: Tree | None, style: Style) -> bool:
    if following is None:
        return True
    if following.word in _TIGHT_LEFT or following.tag == "''":
        return False
    if tree.word in _TIGHT_RIGHT or tree.tag == "``":
        return False
    if "HYPH" in (tree.tag, following.tag):
        return False
    return style.spaced or "—" not in (tree.word, following.word)
