"""Tag with one tag whatever has another, set aside in the trash or not; what has both keeps them."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def merge_tag(runner: Runner, *, tag: str, into: str, change: str) -> int:
    """How many records were tagged, each marked with the change that did it."""
    ((tagged,),) = runner.write(_CYPHER, tag=tag, into=into, change=change)
    return int(tagged)
