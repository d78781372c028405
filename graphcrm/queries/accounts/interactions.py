"""The interactions with people of one account while it was their employer, before a moment, latest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Interaction:
    """One user's part with one person in one event; the words of a private one are left out.

    `notes` are there where they are asked for.
    """

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
    topics: list[str] = field(default_factory=list)
    notes: str | None = None

    @property
    def key(self) -> str:
        """What tells those of one moment apart: the parts of one event stand together."""
        return f"{self.event} {self.uid}"


def interactions(
    runner: Runner,
    *,
    account: str,
    before: datetime,
    since: datetime | None = None,
    channel: str | None = None,
    direction: str | None = None,
    user: str | None = None,
    noted: bool = False,
    after: tuple[datetime, str] | None = None,
    limit: int = 25,
) -> list[Interaction]:
    """One page of interactions; `after` are instant and key of the last one already seen, `noted` asks for notes."""
    return runner.read(
        _CYPHER, Interaction, account=account, before=before, since=since, channel=channel, direction=direction,
        user=user, noted=noted, after=after, limit=limit,
    )  # fmt: skip
