"""One lead by uid, with all that is recorded of it and whose it is on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.found import the_one
from graphcrm.queries.records.reached import Reached

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead; `owner` is the uid and name of the user it is assigned to on the day, None while it is in the pool."""

    uid: str
    name: str
    company_name: str | None
    title: str | None
    source_channel: str | None
    status: str | None
    description: str | None
    owner: tuple[str, str] | None
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    handles: list[Reached]


def lead(runner: Runner, *, uid: str, on: date) -> Lead:
    """The lead; raises NotFoundError, InTrashError."""
    return the_one(runner, runner.read(_CYPHER, Lead, uid=uid, on=on, limit=1), "lead", uid)
