"""What speaks for an account: its size, how others of its industry ended, what is open, won and runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 2_000  # accounts of one industry, by name, and people of one account: a part of more tells enough


@dataclass(frozen=True, slots=True)
class Standing:
    """What is recorded of an account, of what who asks may see; `others` are opportunities of its industry."""

    employee_count: int | None
    size_band: str | None
    industry: str | None
    others_won: int
    others_lost: int
    open: int
    won: int
    contracts: int
    last_at: datetime | None


def potential(runner: Runner, *, uid: str, on: date, before: datetime, most: int = MOST) -> Standing | None:
    """How an account stands on a day, of what was `before` a moment; None where there is none to be seen."""
    found = runner.read(_CYPHER, Standing, uid=uid, on=on, before=before, most=most, limit=1)
    return found[0] if found else None
