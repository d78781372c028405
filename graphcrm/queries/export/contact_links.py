"""A page of the links between contacts, in the order of their uids."""

from __future__ import annotations

from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.export.link import Link

_CYPHER = cypher(__file__)


def contact_links(runner: Runner, *, after: str, limit: int) -> list[Link]:
    """A page of the links between contacts, in the order of their uids."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Link(*each) for each in found]
