"""A page of opportunities in the order of their uids, with those that went into the trash after `since`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """An opportunity; `props` has its days and times as ISO text, `contacts` uid and part of each, in no order."""

    uid: str
    props: dict[str, Any]
    account: str | None
    contacts: list[tuple[str, str | None]]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def opportunities(runner: Runner, *, after: str, since: datetime, limit: int) -> list[Opportunity]:
    """A page of opportunities in the order of their uids, with those that went into the trash after `since`."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, since=since, limit=limit)
    return [Opportunity(*one) for one in found]
