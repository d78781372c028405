"""The interactions with people of one account while it was their employer, before a moment, latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Interaction:
    """One user's part with one person in one event; the words of a private one are left out."""

    uid: str
    event: str
    at: datetime
    user: str
    user_name: str
    contact: str
    name: str
    channel: str
    direction: str
    participants: int
    subject: str | None
    outcome: str | None
    private: bool

    @property
    def key(self) -> str:
        """What tells those of one moment apart: the parts of one event stand together."""
        return f"{self.event} {self.uid}"


def interactions(
    runner: Runner, *, account: str, before: datetime, after: tuple[datetime, str] | None = None, limit: int = 25
) -> list[Interaction]:
    """One page of interactions; `after` are the instant and the key of the last one already seen."""
    return runner.read(_CYPHER, Interaction, account=account, before=before, after=after, limit=limit)
