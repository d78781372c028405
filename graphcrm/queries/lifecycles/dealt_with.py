"""The accounts or contacts that are dealt with, page by page."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def dealt_with(runner: Runner, *, label: str, after: str, limit: int) -> list[str]:
    """The uids of a page of those of a label, that begins behind the uid `after`."""
    return runner.read(_CYPHER, str, label=label, after=after, limit=limit)
