"""Pin some saved views for a user, in this order, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_pins(runner: Runner, *, user: str, uids: Sequence[str]) -> None:
    """Write them anew."""
    runner.write(_CYPHER, user=user, uids=list(uids))
