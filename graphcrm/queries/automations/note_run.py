"""Note what an automation did with a record, behind what it did before."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def note_run(runner: Runner, *, uid: str, did: Sequence[str]) -> None:
    """`did` is what AutomationRun says of it."""
    runner.write(_CYPHER, uid=uid, did=list(did))
