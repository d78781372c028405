"""A page of campaigns in the order of their uids, with those that went into the trash after `since`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign; `props` has its days as ISO text."""

    uid: str
    props: dict[str, Any]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def campaigns(runner: Runner, *, after: str, since: datetime, limit: int) -> list[Campaign]:
    """A page of campaigns in the order of their uids, with those that went into the trash after `since`."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, since=since, limit=limit)
    return [Campaign(*one) for one in found]
