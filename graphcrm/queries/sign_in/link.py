"""Whose one-time link has this digest, while it lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the uid of its credential, and the active user, if any, that it is for."""

    uid: str
    user: str | None
    name: str | None
    email: str | None


def link(runner: Runner, *, digest: str, now: datetime) -> Link | None:
    """The link; None where there is none, or it has ended."""
    rows = runner.read(_CYPHER, Link, digest=digest, now=now, limit=1)
    return rows[0] if rows else None
