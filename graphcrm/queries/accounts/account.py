"""One account by uid, with all that is recorded of it, the number of stints known there, and whose it is on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.dated import then
from graphcrm.queries.records.found import the_one
from graphcrm.queries.records.reached import Reached

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Account:
    """An account; `location` is latitude and longitude, the primary handles come first, `stints` is of all times.

    `owner` is the uid and name of the user it is assigned to on the day, `owned_since` the first of these days."""

    uid: str
    name: str
    aliases: list[str]
    kind: str | None
    industry: str | None
    size_band: str | None
    employee_count: int | None
    fax: str | None
    website: str | None
    description: str | None
    hq_address: str | None
    branch_addresses: list[str]
    country: str | None
    region: str | None
    city: str | None
    location: tuple[float, float] | None
    lifecycle: str | None
    lifecycle_since: date | None
    lifecycle_trail: list[str]
    customer_since: date | None
    value_band: str | None
    placeholder: bool
    domains: list[str]
    stints: int
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    handles: list[Reached]
    converted_from: list[tuple[str, str, str]]
    owner: tuple[str, str] | None
    owned_since: date | None
    tags: list[dict[str, str]]


def account(runner: Runner, *, uid: str, on: date | None = None) -> Account:
    """The account, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    day = on or moment(None).on
    return then(the_one(runner, runner.read(_CYPHER, Account, uid=uid, on=day, limit=1), "account", uid), day)
