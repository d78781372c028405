"""The token of a digest, and its user, who is active."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.users.users import User

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class TokenUser:
    """A token (its uid, what it may do, until and since when), and whose it is."""

    token: str
    scope: str
    expires_at: datetime | None
    used_at: datetime | None
    uid: str
    name: str
    email: str | None
    role: str | None
    team: str | None

    @property
    def user(self) -> User:
        """The user."""
        return User(self.uid, self.name, self.email, self.role, active=True, team=self.team)


def token_user(runner: Runner, *, digest: str) -> TokenUser | None:
    """The token and its user, or None when the digest is unknown or the user is no longer active."""
    rows = runner.read(_CYPHER, TokenUser, digest=digest, limit=1)
    return rows[0] if rows else None
