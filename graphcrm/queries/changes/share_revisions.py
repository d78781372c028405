"""Put what was remembered of one thing into the history of another record too."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def share_revisions(runner: Runner, *, kind: str, of: str, record: str) -> int:
    """Put all revisions of a thing into a record's history (`record` is its label and uid); answers how many."""
    ((shared,),) = runner.write(_CYPHER, kind=kind, of=of, record=record)
    return int(shared)
