"""Remove dated edges that are still at the revision that was read, and say when and by whom each was recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


class Recorded(NamedTuple):
    """When an edge that was removed had been recorded, and the uid of the user who did."""

    recorded_at: datetime | None
    recorded_by: str | None


def remove_edges(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> list[Recorded]:
    """Remove edges, each given by `type`, `uid` and `rev`; answers for those that were at that revision."""
    return [Recorded(*row) for row in runner.write(_CYPHER, rows=rows)]
