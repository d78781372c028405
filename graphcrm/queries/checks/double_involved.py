"""What is of two accounts, or came of two opportunities, or in which a contact has a part twice, set aside or not."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def double_involved(runner: Runner, *, limit: int) -> list[Found]:
    """As many of them as asked for."""
    return runner.read(_CYPHER, Found, limit=limit)
