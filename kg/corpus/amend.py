"""Corrections found beside the inputs, and the readings as these leave them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.correct.apply import Astray, Outcome, correct, named
from kg.correct.table import FILE, read_corrections
from kg.model import Agent, Applied, Correction, Reading, Unread, with_owners


@dataclass(frozen=True, slots=True)
class Amended:
    """Readings with corrections applied, and what became of the rows.

    `files` are where corrections were looked for; `unread` are rows that break a rule.
    """

    readings: tuple[Reading, ...]
    files: tuple[Path, ...]
    rows: tuple[Correction, ...] = ()
    applied: tuple[Applied, ...] = ()
    astray: tuple[Astray, ...] = ()
    unread: tuple[Unread, ...] = ()


def correction_files(inputs: Iterable[Path], given: Path | None) -> tuple[Path, ...]:
    """The file named by the user; else `corrections.csv` in and beside the inputs."""
    if given is not None:
        return (given,)
    folders = {path if path.is_dir() else path.parent for path in inputs}
    return tuple(sorted(folder / FILE for folder in folders))


def amend(
    readings: Iterable[Reading], inputs: Iterable[Path], given: Path | None = None
) -> Amended:
    """`readings` with the corrections that lie beside `inputs`, or in the file `given`."""
    files = correction_files(inputs, given)
    there = [path for path in files if path.exists() or path == given]
    held = tuple(readings)
    if not there:
        return Amended(held, files)
    from kg.link.classes import ROOT, class_tree

    classes = frozenset({*class_tree().above, ROOT})
    items = [item for path in there for item in read_corrections(path, classes)]
    rows = tuple(item for item in items if isinstance(item, Correction))
    outcome, agents = Outcome(), _Agents(held, named(rows))
    after = zip(held, correct(held, rows, agents.key, outcome), strict=True)
    return Amended(
        readings=tuple(_named(new, agents) if new is not old else old for old, new in after),
        files=files,
        rows=rows,
        applied=tuple(sorted(outcome.applied, key=_order)),
        astray=tuple(outcome.astray),
        unread=tuple(item for item in items if isinstance(item, Unread)),
    )


def _order(applied: Applied) -> tuple[str, ...]:
    said = applied.correction
    start = f"{applied.evidence.start:012}"
    when = str(said.when or "")
    return (applied.article, start, applied.claim, when, said.who, said.verdict, said.slot,
            said.value, said.why)  # fmt: skip


def _named(reading: Reading, agents: _Agents) -> Reading:
    """The reading with the agents that its claims name now, and whom these belong to."""
    keys = {k for c in reading.claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}
    return replace(reading, agents=agents.of(keys, reading))


class _Agents:
    """Looks up agents by what a user writes: a key, a code, a name, as tables and page show it."""

    def __init__(self, readings: Iterable[Reading], wanted: set[str]) -> None:
        self._agents: dict[str, Agent] = {}
        self._keys: dict[str, str] = {}
        if not wanted:
            return
        for reading in readings:
            for agent in reading.agents:
                self._agents.setdefault(agent.key, agent)
        for agent in self._agents.values():
            for name in (agent.key, agent.iso3, agent.label):
                if name:
                    self._keys.setdefault(name.casefold(), agent.key)
        if {name.casefold() for name in wanted} - self._keys.keys():
            self._add_listed()

    def _add_listed(self) -> None:
        from kg.knowledge.gazetteer import load

        tables = load()
        listed = (*tables.states, *tables.organisations, *tables.bodies, *tables.leaders)
        for key in listed:
            self._agents.setdefault(key, tables.agent(key))
            self._keys.setdefault(key.casefold(), key)
        for name, entry in tables.entries():
            if entry.form in ("name", "organisation", "body", "leader"):
                self._keys.setdefault(name.casefold(), entry.key)

    def key(self, name: str) -> str | None:
        """The key of the agent that goes by `name`."""
        return self._keys.get(name.casefold())

    def of(self, keys: Iterable[str | None], reading: Reading) -> tuple[Agent, ...]:
        """The agents of `keys` and what they belong to, as the reading has them where it does."""
        own = {agent.key: agent for agent in reading.agents}
        return with_owners(keys, ChainMap(own, self._agents))
