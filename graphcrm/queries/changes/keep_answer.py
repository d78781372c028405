"""Keep what a request was answered."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def keep_answer(runner: Runner, *, uid: str, status: int, answer: str, headers: str) -> None:
    """Keep an answer with its key; `headers` is JSON. It may hold any field, and so is sealed where any is."""
    if answer and runner.sealing.any:
        answer = runner.sealing.seal(answer)
    runner.write(_CYPHER, uid=uid, status=status, answer=answer, headers=headers)
