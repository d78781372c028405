"""The interactions with one lead before a moment, latest first."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.contacts.interactions import Interaction

_CYPHER = cypher(__file__)


def interactions(
    runner: Runner,
    *,
    lead: str,
    before: datetime,
    since: datetime | None = None,
    channel: str | None = None,
    direction: str | None = None,
    user: str | None = None,
    noted: bool = False,
    after: tuple[datetime, str] | None = None,
    limit: int = 50,
) -> list[Interaction]:
    """One page of interactions, without employers; `after` are instant and key of the last one already seen."""
    return runner.read(
        _CYPHER, Interaction, lead=lead, before=before, since=since, channel=channel, direction=direction, user=user,
        noted=noted, after=after, limit=limit,
    )  # fmt: skip
