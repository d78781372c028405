"""Accounts and contacts whose lifecycle, its first day and the states that they came to do not go together."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def odd_lifecycles(runner: Runner, *, limit: int) -> list[Found]:
    """As many of them as asked for."""
    return runner.read(_CYPHER, Found, limit=limit)
