"""One page of the handles in the order of their uids."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def handle_page(runner: Runner, *, after: str, limit: int) -> list[list[str]]:
    """Their uid, kind and value; `after` is the uid of the last one seen, empty for the first page."""
    (found,) = runner.read(_CYPHER, list[list[str]], after=after, limit=limit)
    return found
