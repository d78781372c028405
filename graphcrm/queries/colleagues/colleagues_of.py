"""The people one contact may have worked with, by account, with all stints of both there."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.colleagues.shared_workplace import SharedWorkplace

_CYPHER = cypher(__file__)


def colleagues_of(
    runner: Runner, *, contact: str, account: str | None, on: date, cap: int, limit: int
) -> list[SharedWorkplace]:
    """The people one contact may have worked with, by account, with all stints of both there."""
    return runner.read(_CYPHER, SharedWorkplace, contact=contact, account=account, on=on, cap=cap, limit=limit)
