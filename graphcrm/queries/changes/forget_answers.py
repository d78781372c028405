"""Forget the answers kept for who asks again that name a record, or that its history has the change of."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.sealed import MARK

_CYPHER = cypher(__file__)


def forget_answers(runner: Runner, *, label: str, uid: str) -> int:
    """Forget them, while the history is there, and answer how many there were; all that are sealed are emptied."""
    return int(runner.write(_CYPHER, label=label, uid=uid, mark=MARK)[0][0])
