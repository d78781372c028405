"""One page of the stints and links in the order of their uids, with what their bounds follow from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class DatedEdge:
    """What is entered of a dated edge, and the bounds that are stored with it, as text; None for what is not there.

    `typed` says whether its days are there, and are days to Neo4j too.
    """

    uid: str
    start: str | None
    end: str | None
    end_status: str | None
    verified_on: str | None
    start_min: str | None
    start_max: str | None
    end_min: str | None
    end_max: str | None
    typed: bool


def dated_edges(runner: Runner, *, after: str, limit: int) -> list[DatedEdge]:
    """One page; `after` is the uid of the last one seen, empty for the first page."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [DatedEdge(*edge) for edge in found]
