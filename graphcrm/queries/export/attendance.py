"""A page of who attends campaigns, in the order of the campaigns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Attendance:
    """That a contact or a lead, its `label`, attends a campaign; `props` has its day as ISO text."""

    uid: str
    campaign: str
    label: str
    person: str
    props: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Where the next page begins."""
        return self.campaign, self.uid


def attendance(runner: Runner, *, after: tuple[str, str], limit: int) -> list[Attendance]:
    """A page of who attends campaigns, in the order of the campaigns."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Attendance(*each) for each in found]
