"""One assignment by its uid, with both its ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class OneAssignment:
    """An assignment of a record (`label`, its uid and `name`) to a user; `end` is None while it is open."""

    label: str
    record: str
    name: str
    user: str
    user_name: str
    start: date | None
    end: date | None
    reason: str | None
    end_reason: str | None
    rev: int


def assignment(runner: Runner, *, uid: str) -> OneAssignment | None:
    """The assignment, None where there is none of that uid."""
    found = runner.read(_CYPHER, OneAssignment, uid=uid, limit=1)
    return found[0] if found else None
