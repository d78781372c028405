"""The tasks that are about a contact or a lead in the trash, and about no other of these."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Alone:
    """A task, and its revision."""

    uid: str
    rev: int


def alone_about(runner: Runner, *, label: str, uid: str) -> list[Alone]:
    """All of them, whoever may see them; none for another label. An account does not count as another."""
    return [Alone(*row) for row in runner.write(_CYPHER, label=label, uid=uid)]
