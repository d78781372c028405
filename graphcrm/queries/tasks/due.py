"""What a user has to do by a day: the open tasks that are theirs, what is due first before all others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.tasks.seen import without_hidden
from graphcrm.queries.tasks.task import About

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Due:
    """An open task with its day, and what it is about as far as that may be seen."""

    uid: str
    name: str
    kind: str | None
    priority: str | None
    due_on: date
    due_time: str | None
    repeats: str | None
    every: int | None
    about: list[About]


def due(runner: Runner, *, user: str, until: date, limit: int) -> list[Due]:
    """At most `limit` tasks of a user that are due on a day or before."""
    return without_hidden(runner, runner.read(_CYPHER, Due, user=user, until=until, limit=limit))
