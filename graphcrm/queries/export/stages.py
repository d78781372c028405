"""A page of the stages that somebody has said anything of, in the order of their keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage; `name` is None for one that is called as it was shipped."""

    key: str  # where the next page begins, too
    name: str | None
    status: str
    probability: int
    position: int
    retired: bool


def stages(runner: Runner, *, after: str, limit: int) -> list[Stage]:
    """A page of them, in the order of their keys."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Stage(*each) for each in found]
