"""Whose records are, kept on them: right again on a day on which an assignment begins or ends by itself."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph
from graphcrm.queries.ownership.keep_owners import keep_owners
from graphcrm.queries.ownership.overdue_owners import overdue_owners

_AT_ONCE = 1_000  # records of one transaction


def settle(graph: Graph, today: date) -> None:
    """Keep on every record whose it is today; who asks before this sees what was right yesterday."""
    while overdue := overdue_owners(graph, on=today, limit=_AT_ONCE):
        keep_owners(graph, records=overdue, users=[], on=today)
