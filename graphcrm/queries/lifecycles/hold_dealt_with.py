"""Take the write locks of some accounts and contacts, those of some opportunities and what some leads became."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def hold_dealt_with(runner: Runner, *, records: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The accounts and contacts, by label and uid; what else there is among the records is left out."""
    ((found,),) = runner.write(_CYPHER, records=[list(record) for record in records])
    return [(label, uid) for label, uid in found]
