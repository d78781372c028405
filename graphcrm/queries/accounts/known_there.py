"""Whom active users know among the people of some accounts on a day: how many, and who best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody at the account, whether they asked us not to contact them, the title of their main job there, and who of
    us knows them best."""

    contact: str
    name: str
    asked_not: bool
    title: str | None
    user: str
    user_name: str
    strength: float


@dataclass(frozen=True, slots=True)
class Known:
    """Whom we know at one account; `movers` are those asked about who are among them, `best` comes best known first."""

    account: str
    people: int
    movers: list[str]
    best: list[KnownPerson]


def known(account: str, people: int, movers: list[str], best: list[list[Any]]) -> Known:
    """What a row is."""
    return Known(account, people, movers, [KnownPerson(*one) for one in best])


def known_there(
    runner: Runner,
    *,
    accounts: Sequence[str],
    movers: Sequence[str],
    on: date,
    before: datetime,
    shown: int,
    limit: int,
) -> list[Known]:
    """Whom we know at each of some accounts, `shown` of them by name; where we know nobody there is no row."""
    return runner.read(
        _CYPHER,
        known,
        accounts=accounts,
        movers=movers,
        on=on,
        before=before,
        age=warmth.half_lives(before),
        model=MODEL,
        shown=shown,
        limit=limit,
    )
