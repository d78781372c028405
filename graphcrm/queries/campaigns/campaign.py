"""One campaign by uid, with all that is recorded of it, how many are asked to it and come, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.found import the_one

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign; `counts` are the statuses of the attendance and how many that may be seen have each."""

    uid: str
    name: str
    kind: str | None
    start_on: date | None
    end_on: date | None
    place: str | None
    cost: float | None
    currency: str | None
    description: str | None
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    counts: list[tuple[str, int]]
    owner: tuple[str, str] | None


def campaign(runner: Runner, *, uid: str, on: date | None = None) -> Campaign:
    """The campaign, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    found = runner.read(_CYPHER, Campaign, uid=uid, on=on or moment(None).on, limit=1)
    return the_one(runner, found, "campaign", uid)
