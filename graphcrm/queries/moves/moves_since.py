"""Job moves since a day: a contact's job began at one account after another job had ended elsewhere, latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Move:
    """One move; `uid` is that of the job that began, `moved_on` the earliest day it may have, `start` as entered."""

    uid: str
    moved_on: date
    start: str
    contact: str
    name: str
    from_account: str
    from_name: str
    from_title: str | None
    from_end: str | None
    to_account: str
    to_name: str
    to_title: str | None


def moves_since(
    runner: Runner,
    *,
    since: date,
    on: date,
    account: str | None = None,
    after_on: date | None = None,
    after_uid: str | None = None,
    limit: int = 50,
) -> list[Move]:
    """One page of moves from `since` to `on`, of all accounts or of one; `after_*` name the last one already seen."""
    return runner.read(
        _CYPHER, Move, since=since, on=on, account=account, after_on=after_on, after_uid=after_uid, limit=limit
    )
