"""The people of one account on a day, and to whom there they report: those with a line first, then by role and name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.accounts.staff import RANKS
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody at the account, by their main job there of that day.

    `bosses` are the uids of whom they report to and who is there too, the surest first, then the latest; `total` is how
    many people are there.
    """

    contact: str
    name: str
    do_not_contact: bool
    title: str | None
    department: str | None
    role: str | None
    main_contact: bool
    certain: bool
    bosses: list[str]
    total: int


def lines(runner: Runner, *, account: str, on: date, limit: int = 500) -> list[Seat]:
    """The first `limit` people who are possibly there on the day."""
    return runner.read(_CYPHER, Seat, account=account, on=on, ranks=RANKS, limit=limit)
