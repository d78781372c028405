"""How many edges of each kind some records have: all that are stored, and what is seen of them where these are few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Degree:
    """Of one record and kind of edge: how many there are, and how many of the day are seen; None: not looked at."""

    type: str
    uid: str
    kind: str
    stored: int
    seen: int | None


def degrees(
    runner: Runner,
    *,
    accounts: Sequence[str],
    contacts: Sequence[str],
    leads: Sequence[str],
    users: Sequence[str],
    on: date,
    before: datetime,
    most: int,
    limit: int,
) -> list[Degree]:
    """The jobs, ties and owners of some records; up to `most` of a kind are looked at one by one."""
    return runner.read(
        _CYPHER,
        Degree,
        accounts=accounts,
        contacts=contacts,
        leads=leads,
        users=users,
        on=on,
        before=before,
        most=most,
        limit=limit,
    )
