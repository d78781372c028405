"""The service requests of an account, or that a contact has a part in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Request:
    """A service request; `owner` is the uid of whose it is today."""

    uid: str
    name: str
    status: str
    priority: str
    answered_at: datetime | None
    answer_by: datetime | None
    solve_by: datetime | None
    solved_at: datetime | None
    waiting_since: datetime | None
    satisfaction: int | None
    owner: str | None
    owner_name: str | None


def asked(runner: Runner, *, label: str, uid: str, limit: int) -> list[Request]:
    """At most `limit` of an account's or a contact's (`label`): what is to be solved first, the next due first."""
    return runner.read(_CYPHER, Request, label=label, uid=uid, limit=limit)
