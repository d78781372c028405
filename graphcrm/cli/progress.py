"""Long work, shown on standard error: bars in a terminal, a line at each quarter elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from graphcrm.cli.console import say

QUARTERS = 4


class Show(Protocol):
    """Show how far a piece of work is."""

    def __call__(self, title: str, done: float, total: float) -> None:
        """Say that so much of the work called `title` is done; a new title is a new piece."""
        ...


@contextmanager
def progress() -> Iterator[Show]:
    """A function that shows progress. Until it is called there is nothing to see: most times nothing is fetched."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    bars = _Bars()
    try:
        yield bars
    finally:
        bars.stop()


class _Lines:
    def __init__(self) -> None:
        self._shown = "", -1

    def __call__(self, title: str, done: float, total: float) -> None:
        quarter = int(QUARTERS * done / total) if total else QUARTERS
        if (title, quarter) != self._shown and (quarter or title != self._shown[0]):
            self._shown = title, quarter
            say(f"{title}: {quarter * 100 // QUARTERS} %")


class _Bars:
    def __init__(self) -> None:
        columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
        times = TimeRemainingColumn(elapsed_when_finished=True)
        self._progress = Progress(*columns, times, console=Console(stderr=True))
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, title: str, done: float, total: float) -> None:
        if title not in self._tasks:
            self._tasks[title] = self._progress.add_task(title, total=total)
            self._progress.start()
        self._progress.update(self._tasks[title], completed=done, total=total)
        if all(task.finished for task in self._progress.tasks):
            self._progress.refresh()

    def stop(self) -> None:
        if self._tasks:
            self._progress.stop()
