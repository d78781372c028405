"""Take the locks of all stages, which are those shipped while there is none."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.opportunities.stages import SHIPPED, Stage

_CYPHER = cypher(__file__)


def lock_stages(runner: Runner, *, at: datetime) -> list[Stage]:
    """All of them in their order, locked until the transaction ends."""
    rows = [
        {"uid": one.key, "status": one.status, "probability": one.probability, "position": one.position}
        for one in sorted(SHIPPED, key=lambda one: one.key)  # in one order for everybody, who locks them
    ]
    return [Stage(*row) for row in runner.write(_CYPHER, rows=rows, at=at)]
