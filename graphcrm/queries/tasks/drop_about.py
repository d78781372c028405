"""Say of tasks that they are not about some records any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_about(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Say it: a row has `task`, `label` and `record`; answers of how many that was said."""
    ((gone,),) = runner.write(_CYPHER, rows=rows)
    return int(gone)
