"""The best tree over scored arcs (Chu-Liu-Edmonds), with a single root as treebanks have it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
"""`scores[word, head]`; both count from 1, head 0 is the root."""
_NEVER = np.float32(-1e9)


def best_tree(scores: Scores) -> list[int]:
    """The head of each word (0 for the root) in the best tree that has a single root.

    Row and column 0 stand for the root; the first number given belongs to word 1.
    """
    heads = _arborescence(scores)
    roots = [word for word, head in enumerate(heads) if word and head == 0]
    if len(roots) < 2:
        return heads[1:]
    found = [_arborescence(_rooted(scores, root)) for root in roots]
    return max(found, key=lambda tree: _worth(scores, tree))[1:]


def _worth(scores: Scores, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads) if word))


def _rooted(scores: Scores, root: int) -> Scores:
    found = scores.copy()
    found[:, 0] = _NEVER
    found[root, :] = _NEVER
    found[root, 0] = scores[root, 0]
    return found


def _arborescence(scores: Scores) -> list[int]:
    """The heads of the best tree under word 0, whose own number is 0."""
    within = scores.copy()
    np.fill_diagonal(within, -np.inf)
    heads = within.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads.tolist())
    if not cycle:
        return [int(head) for head in heads]
    return _expanded(within, cycle)


def _expanded(scores: Scores, cycle: list[int]) -> list[int]:
    """The best tree where the words of `cycle` count as one, broken up where it is entered."""
    rest = [word for word in range(len(scores)) if word not in set(cycle)]
    inside = {word: scores[word, _head_in(scores, word)] for word in cycle}
    size = len(rest)
    small = np.full((size + 1, size + 1), _NEVER, dtype=np.float32)
    small[:size, :size] = scores[np.ix_(rest, rest)]
    out = scores[np.ix_(rest, cycle)]
    small[:size, size] = out.max(axis=1)
    into = scores[np.ix_(cycle, rest)] - np.array([[inside[word]] for word in cycle])
    small[size, :size] = into.max(axis=0) + sum(inside.values())
    tree = _arborescence(small)
    heads = [0] * len(scores)
    for word in cycle:
        heads[word] = _head_in(scores, word)
    for i, word in enumerate(rest):
        heads[word] = cycle[int(out[i].argmax())] if tree[i] == size else rest[tree[i]]
    entry = tree[size]
    heads[cycle[int(into[:, entry].argmax())]] = rest[entry]
    heads[0] = 0
    return heads


def _head_in(scores: Scores, word: int) -> int:
    return int(scores[word].argmax())


def _cycle(heads: list[int]) -> list[int]:
    """The words of one cycle of `heads`, none where there is no cycle."""
    done = {0}
    for start in range(len(heads)):
        path: list[int] = []
        word = start
        while word not in done and word not in path:
            path.append(word)
            word = heads[word]
        if word in path:
            return path[path.index(word) :]
        done |= set(path)
    return []
