"""One opportunity by uid, with all that is recorded of it, whom it is offered to, who has a part, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.found import the_one

_CYPHER = cypher(__file__)

Involved = tuple[str, str, str | None, bool]  # a contact's uid and name, their part, whether they asked not ...


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An opportunity; of `account`, `owner` and `contacts` those that may be seen, by uid and name.

    `left` are the uids of the decision makers among them who were at the account, and are there no more.
    """

    uid: str
    name: str
    description: str | None
    stage: str
    status: str
    amount: float | None
    currency: str | None
    probability: int | None
    expected_close: date | None
    won_reason: str | None
    lost_reason: str | None
    stage_since: datetime | None
    closed_at: datetime | None
    trail: list[str]
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    account: tuple[str, str] | None
    contacts: list[Involved]
    left: list[str]
    owner: tuple[str, str] | None


def opportunity(runner: Runner, *, uid: str, on: date | None = None) -> Opportunity:
    """The opportunity, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    found = runner.read(_CYPHER, Opportunity, uid=uid, on=on or moment(None).on, limit=1)
    return the_one(runner, found, "opportunity", uid)
