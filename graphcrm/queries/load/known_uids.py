"""Which of some uids are those of records of one label."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def known_uids(runner: Runner, *, label: str, uids: Sequence[str]) -> list[str]:
    """Which of some uids are those of records of one label."""
    (found,) = runner.read(_CYPHER, list[str], label=label, uids=uids)
    return found
