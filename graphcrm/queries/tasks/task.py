"""One task by uid, with all that is recorded of it, what it is about and whose it is on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.found import the_one

_CYPHER = cypher(__file__)

About = tuple[
    str, str, str, bool
]  # account, contact, lead or opportunity; its uid and name; whether they asked not to be contacted


@dataclass(frozen=True, slots=True)
class Task:
    """A task; `about` are the records that may be seen, `owner` the uid and name of the user it is assigned to."""

    uid: str
    name: str
    description: str | None
    kind: str | None
    priority: str | None
    due_on: date | None
    due_time: str | None
    status: str
    done_at: datetime | None
    outcome: str | None
    repeats: str | None
    every: int | None
    series: str | None
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    about: list[About]
    owner: tuple[str, str] | None
    tags: list[dict[str, str]]

    def of(self, kind: str) -> list[str]:
        """The uids of the records of a kind that it is about."""
        return [uid for label, uid, *_ in self.about if label == kind]


def task(runner: Runner, *, uid: str, on: date | None = None) -> Task:
    """The task, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    return the_one(runner, runner.read(_CYPHER, Task, uid=uid, on=on or moment(None).on, limit=1), "task", uid)
