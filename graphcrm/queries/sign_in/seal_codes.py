"""Put sealed secrets of one-time codes in the place of others, where those were not changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def seal_codes(runner: Runner, *, rows: Sequence[dict[str, str]]) -> int:
    """Take rows of `key`, `was` and `sealed`; answers how many were as they `was`."""
    ((sealed,),) = runner.write(_CYPHER, rows=list(rows))
    return int(sealed)
