"""The interactions with one contact before a moment, latest first, with the employer of that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Interaction:
    """One user's part in one event; the words of a private one are left out."""

    uid: str
    event: str
    at: datetime
    user: str
    user_name: str
    channel: str
    direction: str
    participants: int
    private: bool
    subject: str | None
    outcome: str | None
    employer: str | None
    employer_name: str | None


def interactions(
    runner: Runner,
    *,
    contact: str,
    before: datetime,
    after_at: datetime | None = None,
    after_uid: str | None = None,
    limit: int = 50,
) -> list[Interaction]:
    """One page of interactions; `after_at` and `after_uid` name the last one already seen."""
    return runner.read(
        _CYPHER, Interaction, contact=contact, before=before, after_at=after_at, after_uid=after_uid, limit=limit
    )
