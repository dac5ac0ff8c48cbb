"""The progress bar of a build: on standard error, and on a terminal only."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from kg.cli.console import console
from kg.model import Unread


class Progress:
    """An observer of a build (`kg.corpus.build.Observer`) that draws how far it is."""

    def __init__(self) -> None:
        screen = console(stderr=True)
        self._bar = Bar(
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
        )
        self._task: TaskID | None = None
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
        self._task = self._bar.add_task(name, total=total or None)

    def step(self) -> None:
        """One article more."""
        if self._task is not None:
            self._bar.advance(self._task)

    def unread(self, item: Unread) -> None:
        """Kept for the end: what is printed above a bar scrolls away."""
        self.unread_items.append(item)
