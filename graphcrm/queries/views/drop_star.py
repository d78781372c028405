"""Take a user's star from a record."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_star(runner: Runner, *, user: str, label: str, uid: str) -> None:
    """Take it, where there is one."""
    runner.write(_CYPHER, user=user, label=label, uid=uid)
