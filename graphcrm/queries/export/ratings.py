"""A page of ratings, in the order of their users and contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating; `props` has `at` as ISO text."""

    user: str
    contact: str
    props: dict[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        """Where the next page begins."""
        return self.user, self.contact


def ratings(runner: Runner, *, after: tuple[str, str], limit: int) -> list[Rating]:
    """A page of ratings, in the order of their users and contacts."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Rating(*each) for each in found]
