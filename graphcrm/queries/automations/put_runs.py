"""Note that records came into the list of an automation; those that are in it, or left it within a day, are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_runs(runner: Runner, *, uid: str, label: str, rows: Sequence[dict[str, str]], at: datetime) -> list[str]:
    """Write a run for each row (`uid`, and `of`, the record); answers the records that had none, and
    none for an automation that does not run."""
    return [str(row[0]) for row in runner.write(_CYPHER, uid=uid, label=label, rows=list(rows), at=at)]
