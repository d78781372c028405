"""Star a record for a user."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_star(runner: Runner, *, user: str, label: str, uid: str, at: datetime) -> None:
    """Write it; one that is there stays as it is."""
    runner.write(_CYPHER, user=user, label=label, uid=uid, at=at)
