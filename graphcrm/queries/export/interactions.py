"""A page of interactions, in the order of their events and, in an event, of its pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Interaction:
    """One pair's part in an event; `label` and `person` are the other's, `props` has `at` as ISO text."""

    event: str
    pair: str
    user: str
    label: str
    person: str
    props: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Where the next page begins."""
        return self.event, self.pair


def interactions(runner: Runner, *, after: tuple[str, str], limit: int) -> list[Interaction]:
    """A page of interactions, in the order of their events and, in an event, of its pairs."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Interaction(*each) for each in found]
