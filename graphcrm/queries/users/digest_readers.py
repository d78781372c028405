"""The active users who are sent what waits for them, by mail, and how many notifications they have not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class DigestReader:
    """A user, how often they are sent it, and the day on which they were last."""

    uid: str
    name: str
    email: str
    role: str | None
    locale: str | None
    timezone: str | None
    digest: str
    digest_on: date | None
    unread: int


def digest_readers(runner: Runner, *, limit: int = 100_000) -> list[DigestReader]:
    """All of them: no company has as many users."""
    return runner.read(_CYPHER, DigestReader, limit=limit)
