"""What joins two records, as the network shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from graphcrm.dates import OPEN_END, UNKNOWN_START

EdgeKind = Literal["job", "tie", "owner", "link", "own", "colleague"]


@dataclass(frozen=True, slots=True)
class StoredEdge:
    """An edge with its bounds, which an edge of kind `own` lacks; `total` counts all that the question has."""

    uid: str | None
    kind: EdgeKind
    from_type: str
    from_uid: str
    to_type: str
    to_uid: str
    label: str | None
    start_min: date | None
    start_max: date | None
    end_min: date | None
    end_max: date | None
    total: int


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge of the picture; open sides of its bounds are None."""

    id: str
    kind: EdgeKind
    start: str
    end: str
    label: str | None = None
    certain: bool = True
    current: bool = True
    start_min: date | None = None
    start_max: date | None = None
    end_min: date | None = None
    end_max: date | None = None
    first_at: datetime | None = None
    last_at: datetime | None = None
    count: int | None = None
    strength: float | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """The ids of the records that it joins."""
        return self.start, self.end


def drawn(edge: StoredEdge, on: date) -> Edge:
    """A stored edge as the picture has it on a day."""
    start, end = f"{edge.from_type}:{edge.from_uid}", f"{edge.to_type}:{edge.to_uid}"
    made = Edge(edge.uid or f"{edge.kind}:{edge.from_uid}:{edge.to_uid}", edge.kind, start, end, edge.label)
    if edge.start_min is None or edge.start_max is None or edge.end_min is None or edge.end_max is None:
        return made
    return replace(
        made,
        certain=edge.start_max <= on < edge.end_min,
        current=edge.start_min <= on < edge.end_max,
        start_min=known(edge.start_min),
        start_max=known(edge.start_max),
        end_min=known(edge.end_min),
        end_max=known(edge.end_max),
    )


def known(bound: date) -> date | None:
    """A bound, None where that side is open."""
    return None if bound in {UNKNOWN_START, OPEN_END} else bound
