"""One account by uid, with the number of stints known there."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.errors import NotFoundError
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Account:
    """An account; `stints` counts the jobs known there, of all times."""

    uid: str
    name: str
    aliases: list[str]
    kind: str | None
    industry: str | None
    size_band: str | None
    employee_count: int | None
    website: str | None
    country: str | None
    region: str | None
    city: str | None
    lifecycle: str | None
    placeholder: bool
    domains: list[str]
    stints: int


def account(runner: Runner, *, uid: str) -> Account:
    """The account; raises NotFoundError."""
    rows = runner.read(_CYPHER, Account, uid=uid, limit=1)
    if not rows:
        message = f"There is no account {uid!r}."
        raise NotFoundError(message, field="account")
    return rows[0]
