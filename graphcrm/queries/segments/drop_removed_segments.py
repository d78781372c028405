"""Erase the segments of a user that were deleted before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_removed_segments(runner: Runner, *, user: str, before: datetime) -> None:
    """Erase them."""
    runner.write(_CYPHER, user=user, before=before)
