"""What a user is told of, the latest first, with what it is about as far as they may see that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Notification:
    """One notification; `by` is None for the program itself, `name` for what is not there or not to be seen."""

    uid: str
    at: datetime
    kind: str
    change: str
    by: str | None
    by_name: str | None
    label: str
    of: str
    name: str | None
    unread: bool


def notifications(runner: Runner, *, user: str, after: str | None = None, limit: int = 50) -> list[Notification]:
    """One page of them; `after` is the uid of the last one seen."""
    return runner.read(_CYPHER, Notification, user=user, after=after, limit=limit)
