"""Say of opportunities which account they are offered to, and which contacts have which part in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_involved(runner: Runner, *, rows: Sequence[Mapping[str, str | None]]) -> int:
    """Say it: a row has `opportunity`, `label`, `record` and `role`; answers how many records were there."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
