"""One page of the stints and links in the order of their uids, with what their bounds follow from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class DatedEdge:
    """What is entered of a dated edge, and the bounds that are stored with it; None for what is not there."""

    uid: str
    start: str | None
    end: str | None
    end_status: str | None
    verified_on: date | None
    start_min: date | None
    start_max: date | None
    end_min: date | None
    end_max: date | None


def dated_edges(runner: Runner, *, after: str, limit: int) -> list[DatedEdge]:
    """One page; `after` is the uid of the last one seen, empty for the first page."""
    return runner.read(_CYPHER, DatedEdge, after=after, limit=limit)
