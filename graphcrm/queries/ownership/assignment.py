"""What one assignment is of and to whom, by its uid."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Ends:
    """The record (its label and uid) and the user of an assignment."""

    label: str
    record: str
    user: str


def assignment(runner: Runner, *, uid: str) -> Ends | None:
    """The two ends of an assignment, None where there is none of that uid."""
    found = runner.read(_CYPHER, Ends, uid=uid, limit=1)
    return found[0] if found else None
