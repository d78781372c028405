"""The interactions with one contact before a moment, latest first, with the employer of that day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Interaction:
    """One user's part in one event; the words of a private one are left out, `notes` where they are not asked for."""

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
    topics: list[str] = field(default_factory=list)
    notes: str | None = None

    @property
    def key(self) -> str:
        """What tells those of one moment apart: the parts of one event stand together."""
        return f"{self.event} {self.uid}"


def interactions(
    runner: Runner,
    *,
    contact: str,
    before: datetime,
    since: datetime | None = None,
    channel: str | None = None,
    direction: str | None = None,
    user: str | None = None,
    noted: bool = False,
    after: tuple[datetime, str] | None = None,
    limit: int = 50,
) -> list[Interaction]:
    """One page of interactions; `after` are instant and key of the last one already seen, `noted` asks for notes."""
    return runner.read(
        _CYPHER, Interaction, contact=contact, before=before, since=since, channel=channel, direction=direction,
        user=user, noted=noted, after=after, limit=limit,
    )  # fmt: skip
