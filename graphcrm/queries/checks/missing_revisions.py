"""Records, dated edges and events that were changed more often than is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Unremembered:
    """A thing at revision `rev`, of which `known` changes are remembered; `on` are the histories it belongs to."""

    kind: str
    uid: str
    rev: int
    known: int
    on: list[str]
    props: dict[str, Any]

    @property
    def where(self) -> list[str]:
        """What it is."""
        return [self.kind, self.uid]

    @property
    def what(self) -> str:
        """What is wrong with it."""
        return f"it is at revision {self.rev}, and {self.known} changes are remembered"


def missing_revisions(runner: Runner, *, limit: int) -> list[Unremembered]:
    """As many of them as asked for."""
    return runner.read(_CYPHER, Unremembered, limit=limit)
