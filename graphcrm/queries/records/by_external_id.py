"""Records by the id that another system gave them."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.entry import Entry

_CYPHER = cypher(__file__)


def by_external_id(runner: Runner, *, label: str, external_id: str, limit: int = 50) -> list[Entry]:
    """The records of `label` (Account, Contact or Lead) that another system knows by that id."""
    return runner.read(_CYPHER, Entry, label=label, external_id=external_id, limit=limit)
