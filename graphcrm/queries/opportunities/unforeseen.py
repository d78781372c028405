"""How many open opportunities no forecast up to a day counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Unforeseen:
    """How many have no amount; how many of the others have no day; and how many of them are to be decided later."""

    no_amount: int
    no_day: int
    later: int


def unforeseen(
    runner: Runner, *, until: date, stages: Iterable[str], owner: str | None = None, team: str | None = None
) -> Unforeseen:
    """Those of some open stages (their keys) that are not expected before a day; of an owner, of a team."""
    (found,) = runner.read(
        _CYPHER, Unforeseen, until=until.isoformat(), stages=list(stages), owner=owner, team=team, limit=1
    )
    return found
