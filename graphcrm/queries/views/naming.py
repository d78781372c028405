"""The saved views of anybody that are about a record, or in whose parameters or state its uid stands."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 100_000  # views: all that there are


@dataclass(frozen=True, slots=True)
class Naming:
    """What of a view may name the record."""

    uid: str
    of: str
    target: str | None
    parameters: str
    state: str | None


def naming(runner: Runner, *, uid: str, limit: int = _MOST) -> list[Naming]:
    """All of them; the uid may stand there as a part of another."""
    return runner.read(_CYPHER, Naming, uid=uid, limit=limit)
