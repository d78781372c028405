"""A page of contacts in the order of their uids, with those that went into the trash after `since`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.export.record import Record

_CYPHER = cypher(__file__)


def contacts(runner: Runner, *, after: str, since: datetime, limit: int) -> list[Record]:
    """A page of contacts in the order of their uids, with those that went into the trash after `since`."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, since=since, limit=limit)
    return [Record(uid, props, handles, tags=tags) for uid, props, handles, tags in found]
