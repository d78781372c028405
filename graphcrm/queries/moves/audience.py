"""Whom moves concern: whose the contact is, who starred one of the three, and whose either account is, with their
teams."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.moves.moves_since import Move

_CYPHER = cypher(__file__)
_MOST = 1_000_000  # who is left out would never be told: it is cut by how many moves are asked about


@dataclass(frozen=True, slots=True)
class Concerned:
    """A user whom a move (by the uid of its job) concerns, and why; `owners` are those of the contact, of the account
    that was left and of the one that was joined, None for nobody's."""

    move: str
    user: str
    role: str | None
    why: list[str]
    owners: list[str | None]


def audience(runner: Runner, *, moves: Iterable[Move], limit: int = _MOST) -> list[Concerned]:
    """All users with us whom some moves concern, whether they may see them or not."""
    rows = [
        {"uid": one.uid, "contact": one.contact, "left": one.from_account, "joined": one.to_account} for one in moves
    ]
    return runner.read(_CYPHER, Concerned, moves=rows, limit=limit)
