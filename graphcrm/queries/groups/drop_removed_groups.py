"""Erase the groups of a user that were deleted before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_removed_groups(runner: Runner, *, user: str, before: datetime) -> None:
    """Erase them; who was in them stays."""
    runner.write(_CYPHER, user=user, before=before)
