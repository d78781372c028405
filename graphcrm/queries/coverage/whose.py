"""A user, or the active users of a team and of the teams below it, by name."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Whose:
    """One of us."""

    uid: str
    name: str


def whose(runner: Runner, *, user: str | None, team: str | None, limit: int = 500) -> list[Whose]:
    """The user; where a team is named, those of it, and of them this user alone where one is named too."""
    return runner.read(_CYPHER, Whose, user=user, team=team, limit=limit)
