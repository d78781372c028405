"""Store what the roles may do."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_policy(runner: Runner, *, roles: str, at: datetime, by: str | None) -> int:
    """Store the policy as JSON, under its lock, and answer its revision."""
    return int(runner.write(_CYPHER, roles=roles, at=at, by=by)[0][0])
