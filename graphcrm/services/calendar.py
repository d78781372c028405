"""When the tasks of a user are due: each on its day, and those that repeat on the days that come then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from graphcrm.graph import Runner
from graphcrm.queries.tasks.dated import Dated, dated
from graphcrm.services.tasks import days_behind

MOST = 1_000  # tasks of a calendar: who has more to do in a month reads the list


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a task; `again` where it will be due once it was done before. `n` tells the days of one task apart."""

    day: date
    task: Dated
    n: int = 0

    @property
    def again(self) -> bool:
        """Whether there is no such task yet."""
        return self.n > 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries of a span of days in their order; `partial` where there are more tasks than were read."""

    entries: list[Entry]
    partial: bool


def calendar(runner: Runner, *, user: str, since: date, until: date, done: bool = False) -> Calendar:
    """What a user has to do from a day up to the day before another, and what they did, where that is asked for."""
    found = dated(runner, user=user, since=since, until=until, closed=["done"] if done else [], limit=MOST + 1)
    entries = [entry for task in found[:MOST] for entry in _entries(task, since, until)]
    entries.sort(key=lambda entry: (entry.day, entry.task.due_time or "~", entry.task.name, entry.task.uid))
    return Calendar(entries, partial=len(found) > MOST)


def _entries(task: Dated, since: date, until: date) -> Iterator[Entry]:
    if task.due_on >= since:
        yield Entry(task.due_on, task)
    if task.status == "open" and task.repeats:
        coming = days_behind(task.due_on, task.first_on or task.due_on, task.repeats, task.every or 1)
        for n, day in enumerate(takewhile(lambda day: day < until, coming), start=1):
            if day >= since:
                yield Entry(day, task, n)
