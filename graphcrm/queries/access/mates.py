"""With whom each of some users shares a team, theirs or one below it, and what the roles may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Mates:
    """A user, the uids of the mates, the user among them where they are in a team; and the policy as stored."""

    user: str
    mates: list[str]
    roles: str | None


def mates(runner: Runner, *, users: Sequence[str]) -> list[Mates]:
    """How some users stand, in one question: as `standing` says it of one."""
    return runner.read(_CYPHER, Mates, users=list(users), limit=len(users))
