"""How one active user signs in, by uid."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Credential:
    """How a user signs in; what they do not have is None, or empty."""

    uid: str
    name: str
    email: str | None
    sessions: int
    password: str | None
    identity: str | None
    totp: str | None
    totp_step: int | None
    recovery: list[str]


def credential(runner: Runner, *, uid: str) -> Credential | None:
    """How they sign in; None where nobody active has the uid."""
    rows = runner.read(_CYPHER, Credential, uid=uid, limit=1)
    return rows[0] if rows else None
