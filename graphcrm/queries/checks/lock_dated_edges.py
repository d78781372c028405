"""Some stints and links with what their bounds follow from, under the locks of both ends and their own."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.dated_edges import DatedEdge

_CYPHER = cypher(__file__)


def lock_dated_edges(runner: Runner, *, uids: Sequence[str]) -> list[DatedEdge]:
    """Those of them that there are; nobody else changes them until the transaction ends."""
    ((found,),) = runner.write(_CYPHER, uids=uids)
    return [DatedEdge(*edge) for edge in found]
