"""How many links of each type some records have each way, of those that had begun by a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class LinkCount:
    """Of one record, type of link (`is` for who of us is a contact) and way."""

    type: str
    uid: str
    link: str
    outward: bool
    number: int


def link_counts(
    runner: Runner,
    *,
    accounts: Sequence[str],
    contacts: Sequence[str],
    users: Sequence[str],
    on: date,
    limit: int,
) -> list[LinkCount]:
    """The links of some records, counted."""
    return runner.read(_CYPHER, LinkCount, accounts=accounts, contacts=contacts, users=users, on=on, limit=limit)
