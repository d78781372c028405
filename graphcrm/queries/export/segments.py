"""A page of the segments that are not deleted, in the order of their uids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment; `user` is the uid of whose it is."""

    uid: str
    user: str
    name: str
    kind: str
    conditions: str
    shared: bool
    sizes: list[str]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def segments(runner: Runner, *, after: str, limit: int) -> list[Segment]:
    """A page of them, in the order of their uids."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Segment(*each) for each in found]
