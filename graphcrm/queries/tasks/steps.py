"""What is to be done about a record: the tasks that are open, what is due first before all others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.tasks.seen import without_hidden

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Step:
    """An open task; `owner` is the uid of whose it is today, None for nobody's."""

    uid: str
    name: str
    kind: str | None
    priority: str | None
    due_on: date | None
    due_time: str | None
    repeats: str | None
    every: int | None
    owner: str | None
    owner_name: str | None


def steps(runner: Runner, *, label: str, uid: str, limit: int = 20) -> list[Step]:
    """At most `limit` open tasks about a record (`label`)."""
    return without_hidden(runner, runner.read(_CYPHER, Step, label=label, uid=uid, limit=limit))
