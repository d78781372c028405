"""The stages of opportunities, in their order: as an administrator has said them, or those shipped."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.nodes.opportunities import SHIPPED as _SHIPPED
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 50  # stages: more columns nobody reads


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage; `name` is None for one that is called as it was shipped."""

    key: str
    name: str | None
    status: str
    probability: int
    position: int
    retired: bool = False
    rev: int = 1


SHIPPED = tuple(
    Stage(key, None, status, probability, n) for n, (key, status, probability) in enumerate(_SHIPPED, start=1)
)


def stages(runner: Runner, *, limit: int = 2 * MOST) -> list[Stage]:
    """All of them, those retired too."""
    return runner.read(_CYPHER, Stage, limit=limit) or list(SHIPPED)
