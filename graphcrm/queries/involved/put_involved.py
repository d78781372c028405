"""Say of opportunities, contracts, orders and service requests what they are tied to, and who has which part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_involved(runner: Runner, *, rows: Sequence[Mapping[str, str | None]]) -> int:
    """Say it: a row has `of` and `uid`, `label` and `record`, and `role`; answers how many records were there."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
