"""Of which of some moves nobody was told yet, nor within a quarter that the contact joined that account."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.moves.moves_since import Move

_CYPHER = cypher(__file__)


def untold(runner: Runner, *, moves: Sequence[Move]) -> list[Move]:
    """Those of some moves that are news, in their order."""
    rows = [{"uid": one.uid, "contact": one.contact, "joined": one.to_account} for one in moves]
    new = set(runner.read(_CYPHER, str, moves=rows, limit=len(rows)))
    return [one for one in moves if one.uid in new]
