"""Shared workplaces too large to search: accounts over the cap where people at the target have worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class NotSearched:
    """One workplace left out, and how many stints are known there."""

    account: str
    name: str
    people: int


def not_searched(runner: Runner, *, target: str, on: date, cap: int, limit: int) -> list[NotSearched]:
    """Shared workplaces too large to search: accounts over the cap where people at the target have worked."""
    return runner.read(_CYPHER, NotSearched, target=target, on=on, cap=cap, limit=limit)
