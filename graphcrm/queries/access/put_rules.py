"""Say some of a team's rules of the pool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Ruled:
    """The revision that the team has now, and what its rules were before."""

    rev: int
    was: dict[str, int | None]


def put_rules(runner: Runner, *, team: str, rules: Mapping[str, int | None], at: datetime) -> Ruled | None:
    """Do it; None where there is no such team."""
    found = runner.write(_CYPHER, team=team, rules=rules, at=at)
    return Ruled(*found[0]) if found else None
