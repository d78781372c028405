"""From which accounts the people of one account came, and to which they went, up to a day: how many, the most first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 5_000  # people who are looked at, those who came last: the largest accounts have forty thousand


@dataclass(frozen=True, slots=True)
class Flow:
    """Accounts as (uid, name, how many people): before the first job here, and after the last; `looked_at` are those
    of the `known` people whose jobs were read."""

    looked_at: int
    known: int
    sources: list[tuple[str, str, int]]
    targets: list[tuple[str, str, int]]


def people_flow(runner: Runner, *, account: str, on: date, most: int = MOST, limit: int = 8) -> Flow:
    """Where the people came from and went to, `limit` accounts each."""
    found = runner.read(_CYPHER, Flow, account=account, on=on, most=most, limit=limit)
    return found[0] if found else Flow(0, 0, [], [])
