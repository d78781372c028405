"""Note when the list of an automation was looked at, and why that failed."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def note_look(runner: Runner, *, uid: str, rev: int, at: datetime, failed: str | None = None) -> None:
    """Of one at a revision; where it failed, the moment of the look before stays."""
    runner.write(_CYPHER, uid=uid, rev=rev, at=at, failed=failed)
