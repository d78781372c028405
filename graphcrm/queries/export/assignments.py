"""A page of the assignments of records of any kind that has owners, in the order of their uids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment of a record of a label to a user; `props` has its days as ISO text."""

    uid: str
    label: str
    record: str
    user: str
    props: dict[str, Any]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def assignments(runner: Runner, *, after: str, limit: int) -> list[Assignment]:
    """A page of the assignments of records of any kind that has owners, in the order of their uids."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Assignment(*each) for each in found]
