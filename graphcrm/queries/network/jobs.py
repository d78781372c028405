"""Jobs that had begun by a day: among some contacts and accounts, or all of either, current and best known first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.network.edge import StoredEdge

_CYPHER = cypher(__file__)


def jobs(
    runner: Runner,
    *,
    contacts: Sequence[str] | None,
    accounts: Sequence[str] | None,
    on: date,
    before: datetime,
    q: str | None = None,
    skip: int = 0,
    limit: int,
) -> list[StoredEdge]:
    """Jobs of these contacts (None: of all) at these accounts (None: at all); `q` is in the other one's name."""
    return runner.read(
        _CYPHER, StoredEdge, contacts=contacts, accounts=accounts, on=on, before=before, q=q, skip=skip, limit=limit
    )
