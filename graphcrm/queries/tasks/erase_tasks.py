"""Erase tasks, in the trash or not, with their edges and their history."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def erase_tasks(runner: Runner, *, uids: Sequence[str]) -> int:
    """Erase them for ever; answers how many there were."""
    ((erased,),) = runner.write(_CYPHER, uids=uids)
    return int(erased)
