"""One service request by uid, with all that is recorded of it, what it is tied to, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.opportunities.opportunity import Involved
from graphcrm.queries.records.found import the_one

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """A service request; of `account`, `owner` and `contacts` those that may be seen, by uid and name."""

    uid: str
    name: str
    description: str | None
    status: str
    priority: str
    asked_at: datetime | None
    solution: str | None
    satisfaction: int | None
    satisfaction_comment: str | None
    answered_at: datetime | None
    solved_at: datetime | None
    waiting_since: datetime | None
    waited: int
    answer_by: datetime | None
    solve_by: datetime | None
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    account: tuple[str, str] | None
    contacts: list[Involved]
    owner: tuple[str, str] | None


def service_request(runner: Runner, *, uid: str, on: date | None = None) -> ServiceRequest:
    """The service request, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    found = runner.read(_CYPHER, ServiceRequest, uid=uid, on=on or moment(None).on, limit=1)
    return the_one(runner, found, "service_request", uid)
