"""The numbers of the audit log's entries from one moment on and before another: the first, and the one behind them."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def entry_range(runner: Runner, *, since: datetime, until: datetime) -> tuple[int, int]:
    """The first number and the one behind the last; (1, 1) where there is none of that time.

    Entries are in the order of time, so that a stretch of time is one of numbers.
    """
    rows = runner.read(_CYPHER, _pair, since=since, until=until, limit=1)
    return rows[0] if rows else (1, 1)


def _pair(first: int, before: int) -> tuple[int, int]:
    return first, before
