"""Erase a record in the trash with its edges, the handles that are nobody else's, and its part of the history."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def purge_record(runner: Runner, *, label: str, uid: str) -> int:
    """Erase a record for ever; answers 0 where there is none of that uid in the trash."""
    ((erased,),) = runner.write(_CYPHER, label=label, uid=uid)
    return int(erased)
