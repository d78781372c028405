"""All users, by name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class User:
    """One of us."""

    uid: str
    name: str
    email: str | None
    role: str | None
    active: bool
    team: str | None


def users(runner: Runner, *, active_only: bool = False, limit: int = 1000) -> list[User]:
    """All users, or the active ones."""
    found = runner.read(_CYPHER, User, active_only=active_only, limit=limit)
    hidden = runner.sight.hides("user").intersection(("email", "role", "team"))
    return [replace(user, **dict.fromkeys(hidden)) for user in found] if hidden else found  # type: ignore[arg-type]
