"""The tasks of a user in a span of days: those that are due in it, and those open before it that repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.tasks.seen import without_hidden
from graphcrm.queries.tasks.task import About

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Dated:
    """A task with its day, and what it is about as far as that may be seen."""

    uid: str
    name: str
    description: str | None
    kind: str | None
    priority: str | None
    status: str
    due_on: date
    due_time: str | None
    repeats: str | None
    every: int | None
    series: str | None
    first_on: date | None
    updated_at: datetime | None
    about: list[About]


def dated(
    runner: Runner, *, user: str, since: date, until: date, closed: Sequence[str] = (), limit: int
) -> list[Dated]:
    """At most `limit` tasks that are open, or of a status in `closed`, from a day up to the day before another."""
    return without_hidden(
        runner, runner.read(_CYPHER, Dated, user=user, since=since, until=until, closed=list(closed), limit=limit)
    )
