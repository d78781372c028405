"""A page of the tags that are not deleted, in the order of their uids."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag."""

    uid: str
    name: str
    colour: str

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def tags(runner: Runner, *, after: str, limit: int) -> list[Tag]:
    """A page of them, in the order of their uids."""
    (found,) = runner.read(_CYPHER, list[list[str]], after=after, limit=limit)
    return [Tag(*each) for each in found]
