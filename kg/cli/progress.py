"""The progress bar of a build: on standard error, and on a terminal only."""

from __future__ import annotations

from time import perf_counter
from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar
from rich.text import Text

from kg.cli.console import console, plain
from kg.model import Unread

SLOW = 2.0
"""Seconds from which an article is named as the one that was waited for longest."""


class Rate(ProgressColumn):
    """Articles a second, or a minute where they take longer."""

    def render(self, task: Task) -> Text:
        """Nothing until there is a rate."""
        speed = task.finished_speed or task.speed
        if not speed:
            return Text("")
        return Text(f"{speed:,.1f}/s" if speed >= 1 else f"{speed * 60:,.1f}/min")


class Progress:
    """An observer of a build (`kg.corpus.build.Observer`) that draws how far it is."""

    def __init__(self) -> None:
        screen = console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            Rate(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[slow]}"),
            console=screen,
            transient=True,
            disable=not screen.file.isatty(),  # notebooks ask for colours, but are no terminal
        )
        self._task: TaskID | None = None
        self._since, self._longest = perf_counter(), SLOW
        self.unread_items: list[Unread] = []

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the bar off the screen."""
        self._bar.stop()

    def stage(self, name: str, total: int) -> None:
        """A stage begins; without steps its bar only pulses."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        self._task = self._bar.add_task(name, total=total or None, slow="")
        self._since, self._longest = perf_counter(), SLOW

    def step(self, name: str) -> None:
        """One article more; the one that was waited for longest is named."""
        waited, self._since = perf_counter() - self._since, perf_counter()
        if self._task is None:
            return
        self._bar.advance(self._task)
        if waited >= self._longest:
            self._longest = waited
            self._bar.update(self._task, slow=f"slowest: {plain(name)}, {waited:.0f} s")

    def unread(self, item: Unread) -> None:
        """Kept for the end: what is printed above a bar scrolls away."""
        self.unread_items.append(item)
