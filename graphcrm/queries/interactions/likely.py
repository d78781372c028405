"""Who probably took part in what a user writes down with a record, and how they last met: the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Likely:
    """A contact or a lead, and the channel and the moment of the last that the user had to do with them."""

    uid: str
    name: str
    do_not_contact: bool
    channel: str | None
    last_at: datetime | None


def likely(runner: Runner, *, label: str, uid: str, user: str, on: date, limit: int = 12) -> list[Likely]:
    """A contact or lead itself; who works at an account on a day; who has a part in an opportunity."""
    return runner.read(_CYPHER, Likely, label=label, uid=uid, user=user, on=on, limit=limit)
