"""The lanes of the board of opportunities: for each stage how many there are, and what they are worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.opportunities.stages import MOST

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Lane:
    """A stage, by its key: how many there are in it, and what they are worth, by currency."""

    stage: str
    count: int
    sums: list[tuple[str, float]]


def board(
    runner: Runner,
    *,
    stages: Sequence[tuple[str, str]],
    since: datetime,
    owner: str | None = None,
    team: str | None = None,
    limit: int = 2 * MOST,
) -> list[Lane]:
    """A lane for each stage (its key and status), in their order: what is open, and what was closed since.

    Of an owner, of a team.
    """
    found = runner.read(_CYPHER, Lane, stages=list(map(list, stages)), since=since, owner=owner, team=team, limit=limit)
    if "amount" in runner.sight.hides("opportunity"):
        return [replace(lane, sums=[]) for lane in found]
    return [replace(lane, sums=[(coin, round(amount, 2)) for coin, amount in lane.sums]) for lane in found]
