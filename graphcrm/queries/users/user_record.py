"""One user by uid, with all that is recorded of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.found import the_one
from graphcrm.queries.records.reached import Reached

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class UserRecord:
    """One of us, as a record; the primary handles come first. `own` is (uid, name) of their own contact record."""

    uid: str
    name: str
    email: str | None
    role: str | None
    active: bool
    team: str | None
    own: tuple[str, str] | None
    locale: str | None
    timezone: str | None
    digest: str | None
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    handles: list[Reached]


def user_record(runner: Runner, *, uid: str) -> UserRecord:
    """The user; raises NotFoundError, InTrashError."""
    return the_one(runner, runner.read(_CYPHER, UserRecord, uid=uid, limit=1), "user", uid)
