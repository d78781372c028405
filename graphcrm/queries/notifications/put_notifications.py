"""Tell users what was done with what is theirs; one who is not there is not told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_notifications(runner: Runner, *, rows: Sequence[dict[str, Any]], at: datetime) -> int:
    """Write notifications: `uid`, `user`, `kind`, `change`, `by`, `label`, `of`. Answers how many were written."""
    return int(runner.write(_CYPHER, rows=list(rows), at=at)[0][0])
