"""Say of opportunities that they are not offered to some accounts any more, or involve some contacts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_involved(runner: Runner, *, rows: Sequence[Mapping[str, str | None]]) -> int:
    """Say it: a row has `opportunity`, `label` and `record`; answers of how many that was said."""
    ((gone,),) = runner.write(_CYPHER, rows=rows)
    return int(gone)
