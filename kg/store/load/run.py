"""The whole way: see what the store holds, send what it lacks, count what it holds then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.store.load.parts import Part
from kg.store.load.target import LoadError, Target


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of it: triples there now, parts in all, and those an earlier run had sent."""

    triples: int
    parts: int
    resumed: int


def load(
    target: Target,
    parts: Sequence[Part],
    *,
    replace: bool = False,
    told: Callable[[Part], None] = lambda part: None,
) -> Loaded:
    """Put the parts into the target's graph, which must be empty or hold the first of them.

    A load that was cut off goes on: the store itself says how far it came, and a part sent twice
    changes nothing. `replace` empties the graph first; `told` hears of each part that was taken.
    LoadError where the graph holds anything else, a part is refused, or the count is wrong.
    """
    if replace:
        target.clear()
    done = _done(target, parts)
    for part in parts[done:]:
        try:
            target.add(part.text())
        except LoadError as error:
            rule = f"part {part.number} of {len(parts)} was not taken: {error.rule}"
            raise LoadError(error.value, rule, error.remedy) from error
        told(part)
    expected, found = parts[-1].through, target.count()
    if found != expected:
        rule = f"it holds {found:,} triples afterwards, and {expected:,} were sent"
        raise LoadError(_name(target), rule, "Load it anew with --replace.")
    return Loaded(found, len(parts), done)


def _done(target: Target, parts: Sequence[Part]) -> int:
    """How many parts the store holds; LoadError where it holds something else.

    Parts go in order, so the count tells how far an earlier load came. A part that was cut off may
    be there in some of its triples, the first among them.
    """
    there = target.count()
    whole = [part for part in parts if part.through <= there]
    looked_at = [line for part in whole for line in (part.lines[0], part.lines[-1])]
    looked_at += [parts[0].lines[0]] if there and not whole else []
    if there <= parts[-1].through and all(target.holds(line) for line in looked_at):
        return len(whole)
    rule = f"it holds {there:,} triples already, which are not the beginning of this graph"
    remedy = "Empty it with --replace, or load into another one with --named-graph."
    raise LoadError(_name(target), rule, remedy)


def _name(target: Target) -> str:
    return target.graph or f"the default graph of {target.store}"
