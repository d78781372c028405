"""A page of service requests in the order of their uids, with those that went into the trash after `since`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.export.involved import Involved

_CYPHER = cypher(__file__)


def service_requests(runner: Runner, *, after: str, since: datetime, limit: int) -> list[Involved]:
    """A page of service requests in the order of their uids, with those that went into the trash after `since`."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, since=since, limit=limit)
    return [Involved(*one) for one in found]
