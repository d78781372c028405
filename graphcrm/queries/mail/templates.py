"""The mail templates that a user has, or one of them: their own, and those that somebody of their team shares."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Template:
    """A mail with places in it; `owner` wrote it, and alone changes it."""

    uid: str
    name: str
    subject: str
    text: str
    shared: bool
    owner: str
    owner_name: str
    rev: int


def templates(
    runner: Runner, *, user: str, uid: str | None = None, after: str = "", limit: int = 1_000
) -> list[Template]:
    """One page of them, the oldest first; `after` is the uid of the last one seen."""
    return runner.read(_CYPHER, Template, user=user, uid=uid, after=after, limit=limit)
