"""The automations of a user, or one of them, or all that run, by their uids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Automation:
    """An automation; `author` wrote it and is who acts, in their `role`. The other fields are those of the node."""

    uid: str
    name: str
    of: str
    parameters: str
    task: str | None
    task_days: int | None
    task_for: str | None
    assign_to: str | None
    notify: str | None
    template: str | None
    active: bool
    looked_at: datetime | None
    failed: str | None
    rev: int
    author: str
    author_name: str
    role: str | None


def automations(
    runner: Runner,
    *,
    user: str | None = None,
    uid: str | None = None,
    active: bool | None = None,
    after: str = "",
    limit: int = 1_000,
) -> list[Automation]:
    """One page of them; `active` ones are those that run, of users who are with us."""
    return runner.read(_CYPHER, Automation, user=user, uid=uid, active=active, after=after, limit=limit)
