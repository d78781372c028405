"""Every edge of one contact or lead, set aside or not, but those of moves and those to what may not be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 1_000_000  # nobody has met anybody as often


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge: its type, whether it leads away from the person, and what is at its other end.

    `name` is the value of an address.
    """

    type: str
    outgoing: bool
    label: str
    other: str
    name: str
    props: dict[str, Any]


def edges(runner: Runner, *, label: str, uid: str, limit: int = _MOST) -> list[Edge]:
    """All of them, by type, then by time."""
    return runner.read(_CYPHER, Edge, label=label, uid=uid, limit=limit)
