"""When the tasks of a user are due: each on its day, and those that repeat on the days that come then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, takewhile

from graphcrm.graph import Runner
from graphcrm.queries.tasks.dated import Dated, dated
from graphcrm.services.tasks import days_behind

MOST = 1_000  # tasks of a calendar: who has more to do in a month reads the list
_AGAIN_MOST = 60  # days of one task that come: two months of what is due every day
ENTRIES_MOST = 2_000  # ... and days of them: a year of a feed


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a task; `again` where it will be due once it was done before, and there is no such task yet."""

    day: date
    task: Dated
    again: bool = False

    @property
    def key(self) -> tuple[str, date]:
        """What tells it from all others: the series, and the day."""
        return self.task.series or self.task.uid, self.day


@dataclass(frozen=True, slots=True)
class Calendar:
    """The entries of a span of days in their order; `partial` where there are more tasks than were read."""

    entries: list[Entry]
    partial: bool


def calendar(runner: Runner, *, user: str, since: date, until: date, today: date, done: bool = False) -> Calendar:
    """What a user has to do from a day up to the day before another, and what they did, where that is asked for."""
    found = dated(runner, user=user, since=since, until=until, closed=["done"] if done else [], limit=MOST + 1)
    entries = [entry for task in found[:MOST] for entry in _entries(task, since, until, today)]
    entries.sort(key=lambda entry: (entry.day, entry.task.due_time or "~", entry.task.name, entry.task.uid))
    taken = {entry.key for entry in entries if not entry.again}  # one that was opened again has a next already
    coming = {entry.key: entry for entry in entries if entry.again and entry.key not in taken}
    shown = [entry for entry in entries if not entry.again or coming.get(entry.key) is entry]
    return Calendar(shown[:ENTRIES_MOST], partial=len(found) > MOST or len(shown) > ENTRIES_MOST)


def _entries(task: Dated, since: date, until: date, today: date) -> Iterator[Entry]:
    if task.due_on >= since:
        yield Entry(task.due_on, task)
    if task.status == "open" and task.repeats:
        behind = max(task.due_on, today, since - timedelta(days=1))
        coming = days_behind(behind, task.first_on or task.due_on, task.repeats, task.every or 1)
        for day in takewhile(lambda day: day < until, islice(coming, _AGAIN_MOST)):
            yield Entry(day, task, again=True)
