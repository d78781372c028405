"""Note that a chore that was taken is done, or what went wrong."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def leave_chore(runner: Runner, *, name: str, at: datetime, until: datetime, failed: str | None = None) -> None:
    """Let one that we took, until a moment, be taken again when it is due; one that `failed` is due still."""
    runner.write(_CYPHER, name=name, at=at, until=until, failed=failed)
