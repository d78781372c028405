"""Put a team below another one, or below none, unless that would close a ring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Put:
    """The revision that the team has now, None for no such team; what it was below; and what kept it there."""

    rev: int | None
    was: str | None
    missing: bool
    closes: bool


def put_parent(runner: Runner, *, team: str, parent: str | None, at: datetime) -> Put:
    """Do it, unless the parent is `missing` or it `closes` a ring."""
    found = runner.write(_CYPHER, team=team, parent=parent, at=at)
    return Put(*found[0]) if found else Put(None, None, missing=False, closes=False)
