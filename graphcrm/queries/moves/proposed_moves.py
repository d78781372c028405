"""Proposed moves: jobs begun or entered since a day while one elsewhere is still said to be held, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class ProposedMove:
    """A move that somebody should confirm: `uid` is the job that began, `from_job` the one that it may have ended.

    `moved_on` is the first day that its start may mean; where `start` is None, the day on which it was entered.
    """

    uid: str
    moved_on: date
    start: str | None
    contact: str
    name: str
    from_job: str
    from_account: str
    from_name: str
    from_title: str | None
    to_account: str
    to_name: str
    to_title: str | None


def proposed_moves(
    runner: Runner,
    *,
    since: date,
    on: date,
    after_on: date | None = None,
    after_uid: str | None = None,
    limit: int = 50,
) -> list[ProposedMove]:
    """One page of proposed moves; `after_*` name the last one already seen."""
    return runner.read(_CYPHER, ProposedMove, since=since, on=on, after_on=after_on, after_uid=after_uid, limit=limit)
