"""Whether there is a record of a label with this uid, in the trash or not."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def record_exists(runner: Runner, *, label: str, uid: str) -> bool:
    """Whether there is such a record."""
    return bool(runner.read(_CYPHER, str, label=label, uid=uid, limit=1))
