"""Erase the saved views of a user that were deleted before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_removed(runner: Runner, *, user: str, before: datetime) -> None:
    """Erase them, with what pins them."""
    runner.write(_CYPHER, user=user, before=before)
