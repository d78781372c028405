"""All pairs' parts in one event with all their properties, those that are set aside too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 100_000  # pairs of one event: an import may know a congress


@dataclass(frozen=True, slots=True)
class StoredPart:
    """One pair's part in an event; `aside` while one of the two is in the trash."""

    user: str
    label: str
    person: str
    aside: bool
    props: dict[str, Any]


def stored_parts(runner: Runner, *, event: str, limit: int = _MOST) -> list[StoredPart]:
    """All pairs' parts in an event; none where there is no such event."""
    return runner.read(_CYPHER, StoredPart, event=event, limit=limit)
