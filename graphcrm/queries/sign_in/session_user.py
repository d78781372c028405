"""The active user whose sessions have this number."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.users.users import User

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class SessionUser(User):
    """Who is signed in; the language and the time zone of their pages, where they have said them; and how many
    notifications they have not read."""

    locale: str | None
    timezone: str | None
    unread: int


def session_user(runner: Runner, *, uid: str, sessions: int) -> SessionUser | None:
    """The user; None for who has left, and where the sessions of that number are over."""
    rows = runner.read(_CYPHER, SessionUser, uid=uid, sessions=sessions, limit=1)
    return rows[0] if rows else None
