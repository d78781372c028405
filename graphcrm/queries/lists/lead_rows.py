"""What lists tell of some leads on a day: whose they are, and the last interaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.lists import named
from graphcrm.queries.lists.named import Last

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One lead; `owner` is a uid and a name."""

    uid: str
    owner: tuple[str, str] | None
    last: Last | None


def lead_rows(runner: Runner, *, leads: Sequence[str], on: date, before: datetime, limit: int) -> list[LeadRow]:
    """What is told of some leads; interactions count that were `before` the moment."""
    return runner.read(
        _CYPHER,
        lambda uid, owner, last: LeadRow(uid, named.owner(owner), named.last(last)),
        leads=leads,
        on=on,
        before=before,
        limit=limit,
    )
