"""Put contacts and accounts into a group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_members(runner: Runner, *, group: str, rows: Sequence[Mapping[str, str]], at: datetime, by: str | None) -> int:
    """Put them there: a row has `label` and `record`; answers how many are in it now, of these."""
    ((members,),) = runner.write(_CYPHER, group=group, rows=rows, at=at, by=by)
    return int(members)
