"""Of several KNOWS of one pair, leave one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_double_knows(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Leave one for each pair (`user`, `contact`); answers how many went."""
    ((dropped,),) = runner.write(_CYPHER, rows=rows)
    return int(dropped)
