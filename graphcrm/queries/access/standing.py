"""With whom a user shares a team, theirs or one below it, and what the roles may do."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Standing:
    """The uids of the mates, the user among them where they are in a team; and the policy as stored."""

    mates: list[str]
    roles: str | None


def standing(runner: Runner, *, user: str) -> Standing:
    """How a user stands; nothing for one who is not there."""
    rows = runner.read(_CYPHER, Standing, user=user, limit=1)
    return rows[0] if rows else Standing([], None)
