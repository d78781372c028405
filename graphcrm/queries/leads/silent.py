"""The leads that go back to the pool: their owners' teams say after how many days without a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

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
    status: str | None
    owner: str
    owner_name: str
    team: str
    days: int
    since: date | None
    last_at: datetime | None


def silent(runner: Runner, *, uids: Sequence[str] | None = None, on: date, limit: int) -> list[SilentLead]:
    """Those that are neither converted nor ignored, by owner, those that wait longest first; `uids`: of these alone."""
    hidden: dict[str, Any] = dict.fromkeys({"company_name", "status"} & runner.sight.hides("lead"))
    found = runner.read(_CYPHER, SilentLead, uids=uids, on=on, done=list(DONE), limit=limit)
    return [replace(one, **hidden) for one in found] if hidden else found
