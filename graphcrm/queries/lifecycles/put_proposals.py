"""Keep on some accounts and contacts how far they should be with us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_proposals(runner: Runner, *, rows: Sequence[Mapping[str, str | None]]) -> int:
    """Keep it on those whose `label` and `uid` a row has; answers how many there were."""
    ((number,),) = runner.write(_CYPHER, rows=rows)
    return int(number)
