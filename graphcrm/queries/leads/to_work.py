"""The leads that one user has to work: never spoken to first, then those not spoken to for the longest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

DONE = ("converted", "ignored")  # nobody has to work these any more

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class LeadToWork:
    """A lead; `since` is the day from which it is the user's, `last_at` when any of us last spoke to it."""

    uid: str
    name: str
    company_name: str | None
    title: str | None
    status: str
    since: date | None
    last_at: datetime | None


def to_work(runner: Runner, *, user: str, on: date, before: datetime, limit: int) -> list[LeadToWork]:
    """Those the user owns on a day, and that are neither converted nor ignored."""
    return runner.read(_CYPHER, LeadToWork, user=user, on=on, before=before, done=list(DONE), limit=limit)
