"""Who had been given some records by a day: among some records and users, or all of either, current first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.network.edge import StoredEdge

_CYPHER = cypher(__file__)


def owners(
    runner: Runner,
    *,
    accounts: Sequence[str] | None,
    contacts: Sequence[str] | None,
    leads: Sequence[str] | None,
    users: Sequence[str] | None,
    on: date,
    q: str | None = None,
    skip: int = 0,
    limit: int,
) -> list[StoredEdge]:
    """Assignments of these records to these users (None: to all); without any of the records, of all."""
    return runner.read(
        _CYPHER,
        StoredEdge,
        accounts=accounts,
        contacts=contacts,
        leads=leads,
        users=users,
        on=on,
        q=q,
        skip=skip,
        limit=limit,
    )
