"""How many people are known to have worked in some units: whole accounts (department null) or departments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class UnitSize:
    """The people known in one unit; the department in upper case."""

    account: str
    department: str | None
    people: int


def unit_sizes(runner: Runner, *, units: Sequence[tuple[str, str | None]], on: date, limit: int) -> list[UnitSize]:
    """How many people are known to have worked in some units: whole accounts (department null) or departments."""
    return runner.read(_CYPHER, UnitSize, units=units, on=on, limit=limit)
