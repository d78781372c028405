"""Who has owned an account, a contact or a lead, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Owner:
    """One assignment; `since` and `until` are its days with sentinels for what is not known or not over."""

    uid: str
    user: str
    user_name: str
    start: date | None
    end: date | None
    reason: str | None
    end_reason: str | None
    source: str | None
    rev: int
    since: date
    until: date


def owners(
    runner: Runner, *, label: str, uid: str, after: tuple[date, date, str] | None = None, limit: int = 50
) -> list[Owner]:
    """One page of the owners of a record; `after` are since, until and uid of the last one seen."""
    return runner.read(_CYPHER, Owner, label=label, uid=uid, after=after, limit=limit)
