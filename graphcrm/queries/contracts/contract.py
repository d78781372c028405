"""One contract by uid, with all that is recorded of it, what it is tied to, and whose it is."""

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
class Contract:
    """A contract; of `account`, `opportunity`, `owner` and `contacts` those that may be seen, by uid and name."""

    uid: str
    name: str
    number: str | None
    description: str | None
    status: str
    amount: float | None
    currency: str | None
    payment_terms: str | None
    start: str | None
    end: str | None
    signed_on: date | None
    renewal: str | None
    notice_on: date | None
    remind_days: int | None
    due: str
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    account: tuple[str, str] | None
    contacts: list[Involved]
    opportunity: tuple[str, str] | None
    owner: tuple[str, str] | None


def contract(runner: Runner, *, uid: str, on: date | None = None) -> Contract:
    """The contract, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    found = runner.read(_CYPHER, Contract, uid=uid, on=on or moment(None).on, limit=1)
    return the_one(runner, found, "contract", uid)
