"""Take contacts and accounts out of a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_members(runner: Runner, *, group: str, rows: Sequence[Mapping[str, str]]) -> int:
    """Take them out: a row has `label` and `record`; answers how many were in it."""
    ((gone,),) = runner.write(_CYPHER, group=group, rows=rows)
    return int(gone)
