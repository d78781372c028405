"""The moves that were recorded of one contact, with the accounts left and joined that may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 10_000  # nobody moves as often


@dataclass(frozen=True, slots=True)
class Move:
    """One move: the accounts (uid and name) left and joined, and what is recorded of it."""

    left: list[tuple[str, str]]
    joined: list[tuple[str, str]]
    props: dict[str, Any]


def moves(runner: Runner, *, contact: str, limit: int = _MOST) -> list[Move]:
    """All of them, the first one first."""
    return runner.read(_CYPHER, Move, contact=contact, limit=limit)
