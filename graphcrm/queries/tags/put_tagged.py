"""Tag records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_tagged(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Tag them: a row has `label`, `record` and `tag`; answers of how many both were there."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
