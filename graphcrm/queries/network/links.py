"""Links that had begun by a day, and who of us is which contact: of some records, or only those among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.network.edge import StoredEdge

_CYPHER = cypher(__file__)


def links(
    runner: Runner,
    *,
    accounts: Sequence[str],
    contacts: Sequence[str],
    users: Sequence[str],
    kinds: Sequence[Literal["link", "own"]],
    among: bool,
    on: date,
    q: str | None = None,
    skip: int = 0,
    limit: int,
) -> list[StoredEdge]:
    """Links of these records, whichever way they go; `among`: only where both ends are among them."""
    return runner.read(
        _CYPHER,
        StoredEdge,
        accounts=accounts,
        contacts=contacts,
        users=users,
        kinds=kinds,
        among=among,
        on=on,
        q=q,
        skip=skip,
        limit=limit,
    )
