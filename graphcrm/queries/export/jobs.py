"""A page of the jobs that somebody entered, in the order of their uids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Job:
    """A job; `props` has its days as ISO text."""

    uid: str
    contact: str
    account: str
    props: dict[str, Any]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def jobs(runner: Runner, *, after: str, limit: int) -> list[Job]:
    """A page of the jobs that somebody entered, in the order of their uids."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Job(*each) for each in found]
