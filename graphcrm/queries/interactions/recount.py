"""Count the people of events anew where that is left to us, and say which pairs their ties depend on."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def recount(runner: Runner, *, events: Sequence[str]) -> list[dict[str, str]]:
    """Count anew; answers the pairs (`user`, `contact`) whose KNOWS has to follow."""
    ((pairs,),) = runner.write(_CYPHER, events=events)
    return list(pairs)
