"""One contact by uid, with all that is recorded of them and whose they are on a day."""

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
class Contact:
    """A contact; the primary handles come first, `owner` is the uid and name of the user they are assigned to."""

    uid: str
    name: str
    given_name: str | None
    family_name: str | None
    other_names: list[str]
    description: str | None
    birthday: date | None
    address: str | None
    hobbies: list[str]
    preferences: str | None
    preferred_channel: str | None
    lifecycle: str | None
    lifecycle_since: date | None
    lifecycle_trail: list[str]
    customer_since: date | None
    do_not_contact: bool
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
    tags: list[dict[str, str]]


def contact(runner: Runner, *, uid: str, on: date | None = None) -> Contact:
    """The contact, and whose they are on a day, today where none is said; raises NotFoundError, InTrashError."""
    day = on or moment(None).on
    return then(the_one(runner, runner.read(_CYPHER, Contact, uid=uid, on=day, limit=1), "contact", uid), day)
