"""Where the people of one account have worked: the places too large to search, and how near the others bring them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class NotSearched:
    """One workplace left out, and how many stints are known there; None for a reader who may not see all people."""

    account: str
    name: str
    people: int | None


@dataclass(frozen=True, slots=True)
class Workplaces:
    """The places left out, largest first, and the most that the tie of somebody of the account with a former colleague
    at one of the others can be."""

    too_large: list[NotSearched]
    near: float


def workplaces_of_staff(runner: Runner, *, target: str, on: date, cap: int, limit: int) -> Workplaces:
    """The workplaces of the people who are at the target; those with more stints than `cap` are too large."""
    return runner.read(_CYPHER, _workplaces, target=target, on=on, cap=cap, model=MODEL, limit=limit)[0]


def _workplaces(too_large: list[tuple[str, str, int | None]], near: float) -> Workplaces:
    return Workplaces([NotSearched(*place) for place in too_large], near)
