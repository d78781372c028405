"""Say of tasks what records they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_about(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Say it: a row has `task`, `label` and `record`; answers how many records were there."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
