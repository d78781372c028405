"""Opportunities whose stage, status, reason, amount and trail do not go together."""

from __future__ import annotations

from collections.abc import Mapping

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def odd_opportunities(runner: Runner, *, statuses: Mapping[str, str], limit: int) -> list[Found]:
    """As many of them as asked for; `statuses` are those of the stages shipped."""
    return runner.read(_CYPHER, Found, statuses=dict(statuses), limit=limit)
