"""The tokens of a user, or of all, of a scope or of all, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token: all but itself."""

    uid: str
    user: str
    user_name: str
    name: str | None
    scope: str
    created_at: datetime
    expires_at: datetime | None
    used_at: datetime | None


def tokens(
    runner: Runner,
    *,
    user: str | None = None,
    scope: str | None = None,
    after_at: datetime | None = None,
    after_uid: str = "",
    limit: int = 50,
) -> list[Token]:
    """One page; `after_*` name the last one seen."""
    return runner.read(_CYPHER, Token, user=user, scope=scope, after_at=after_at, after_uid=after_uid, limit=limit)
