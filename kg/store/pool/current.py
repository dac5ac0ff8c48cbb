"""The graph that is served: the one that lies there now, also after a build replaced it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TypeAlias

from kg.errors import GraphError
from kg.store.pool.carriers import Limits, Question
from kg.store.pool.client import Answer, Keeper

State: TypeAlias = tuple[str, int, int, int]


class Current:
    """Answers from the Turtle file at `path`, looked at again before each question."""

    def __init__(self, path: Path, limits: Limits, slots: int) -> None:
        self.path, self.limits = path, limits
        self._slots = slots
        self._keeper: Keeper | None = None
        self._state: State | None = None
        self._changing = asyncio.Lock()

    async def keeper(self) -> Keeper:
        """Holds the graph as it is now; GraphError where there is none, or it is broken."""
        async with self._changing:
            state = _state(self.path)
            if self._keeper and self._keeper.alive and state == self._state:
                return self._keeper
            fresh = await Keeper.start(self.path, self.limits, self._slots)
            old, self._keeper, self._state = self._keeper, fresh, state
            if old:
                await asyncio.to_thread(old.close)
            return fresh

    async def ask(self, question: Question) -> Answer:
        """An answer of the graph as it is now."""
        keeper = await self.keeper()
        return await keeper.ask(question)

    async def close(self) -> None:
        """End what holds the graph, and all queries."""
        if self._keeper:
            await asyncio.to_thread(self._keeper.kill)
            self._keeper = None


def _state(path: Path) -> State:
    """What changes with the file: where it really lies, its number, its time and its size."""
    try:
        found = path.resolve().stat()
    except OSError as error:
        rule = f"it cannot be read: {error.strerror or error}"
        raise GraphError(str(path), rule, "Build the graph with `kg build`.") from error
    return str(path.resolve()), found.st_ino, found.st_mtime_ns, found.st_size
