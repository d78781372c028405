"""The leads that go back to the pool: their owners' teams say after how many days without a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.leads.to_work import DONE

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class SilentLead:
    """A lead, and whose it is `since` a day; nobody of us had to do with it for `days`, as the `team` says.

    `last_at` is the last interaction, None where there was none.
    """

    uid: str
    name: str
    company_name: str | None
    status: str
    owner: str
    owner_name: str
    team: str
    days: int
    since: date | None
    last_at: datetime | None


def silent(runner: Runner, *, on: date, before: datetime, limit: int) -> list[SilentLead]:
    """Those that are neither converted nor ignored, by owner, those that wait longest first."""
    return runner.read(_CYPHER, SilentLead, on=on, before=before, done=list(DONE), limit=limit)
