"""Take users out of their team, or from their own contact record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_memberships(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Take users out: `uid` of the user, `team` and `own` say out of what; answers how many there were."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
