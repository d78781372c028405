"""Say of opportunities, contracts, orders and service requests that they are not tied to some records any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_involved(runner: Runner, *, rows: Sequence[Mapping[str, str | None]]) -> int:
    """Say it: a row has `of` and `uid`, `label` and `record`; answers of how many that was said."""
    ((gone,),) = runner.write(_CYPHER, rows=rows)
    return int(gone)
