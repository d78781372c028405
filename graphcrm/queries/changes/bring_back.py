"""Bring back the edges of a record that were set aside, but those to what is in the trash itself."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def bring_back(runner: Runner, *, label: str, uid: str) -> tuple[list[dict[str, str]], list[str]]:
    """Make edges of the TRASHED ones again.

    Answers the pairs (user, contact) whose KNOWS has to follow, and the events whose people are to be counted anew.
    """
    ((_, pairs, events),) = runner.write(_CYPHER, label=label, uid=uid)
    return list(pairs), list(events)
