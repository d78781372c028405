"""How many people are known to have worked at some accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """The people known at one account."""

    account: str
    people: int


def known_people(runner: Runner, *, accounts: Sequence[str], on: date, limit: int) -> list[KnownPeople]:
    """How many people are known to have worked at some accounts."""
    return runner.read(_CYPHER, KnownPeople, accounts=accounts, on=on, limit=limit)
