"""Bring back the edges of a record that were set aside, but those to what is in the trash itself."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def bring_back(runner: Runner, *, label: str, uid: str) -> list[dict[str, str]]:
    """Make edges of the TRASHED ones again; answers the pairs (user, contact) whose KNOWS has to follow."""
    ((_, pairs),) = runner.write(_CYPHER, label=label, uid=uid)
    return list(pairs)
