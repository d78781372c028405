"""The records whose owner may be another since a day that has come."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def overdue_owners(runner: Runner, *, on: date, limit: int) -> list[tuple[str, str]]:
    """Their labels and uids."""
    return runner.read(_CYPHER, lambda label, uid: (label, uid), on=on, limit=limit)
