"""Which of some uids are those of dated edges of some types set aside with a record in the trash, and between whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class EdgeSetAside:
    """An edge, and its two ends by label and uid."""

    uid: str
    start: str
    end: str


def edges_set_aside(runner: Runner, *, types: Sequence[str], uids: Sequence[str]) -> list[EdgeSetAside]:
    """Which of some uids are those of edges set aside with a record in the trash; another type may use one too."""
    return runner.read(_CYPHER, EdgeSetAside, types=types, uids=uids)
