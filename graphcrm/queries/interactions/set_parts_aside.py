"""Set aside the parts of some events of whom somebody is in the trash."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def set_parts_aside(runner: Runner, *, events: Sequence[str]) -> int:
    """Set aside the parts of some events, all of whose people are locked, where one is in the trash; how many."""
    ((moved,),) = runner.write(_CYPHER, events=events)
    return int(moved)
