"""The open tasks of a series."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def open_in_series(runner: Runner, *, series: str, limit: int = 2) -> list[str]:
    """The uids of the open tasks of a series; `series` is the uid of its first."""
    return runner.read(_CYPHER, str, series=series, limit=limit)
