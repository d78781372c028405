"""Contacts two of whose primary jobs certainly hold on one day."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def rival_jobs(runner: Runner, *, limit: int) -> list[Found]:
    """As many of them as asked for."""
    return runner.read(_CYPHER, Found, limit=limit)
