"""Take a tag from what one change tagged with it, because it merged another into it."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def part_tag(runner: Runner, *, tag: str, change: str) -> int:
    """From how many records it was taken."""
    ((gone,),) = runner.write(_CYPHER, tag=tag, change=change)
    return int(gone)
