"""Erase handles that nobody has."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def erase_handles(runner: Runner, *, uids: Sequence[str]) -> int:
    """Erase those of some handles that nobody has; answers how many."""
    ((erased,),) = runner.write(_CYPHER, uids=uids)
    return int(erased)
