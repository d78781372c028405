"""Whom active users know among the people of one account on a day: the best known, who knows them, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody at the account and who of us knows them, best first: (uid, name, strength, last contact).

    `people` are all whom we know there, `users` all of us who know anybody: (uid, name, how many, the best strength).
    """

    contact: str
    name: str
    do_not_contact: bool
    title: str | None
    ties: list[tuple[str, str, float, datetime | None]]
    people: int
    users: list[tuple[str, str, int, float]]


def coverage(runner: Runner, *, account: str, on: date, before: datetime, limit: int) -> list[Known]:
    """The people there whom we know best, `limit` of them; interactions count that were `before` the moment."""
    age = warmth.half_lives(before)
    return runner.read(_CYPHER, Known, account=account, on=on, before=before, age=age, model=MODEL, limit=limit)
