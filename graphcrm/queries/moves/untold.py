"""Which of some jobs began a move that nobody was told of yet."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def untold(runner: Runner, *, jobs: Sequence[str]) -> set[str]:
    """Those of some jobs of which there is no news."""
    return set(runner.read(_CYPHER, str, jobs=list(jobs), limit=len(jobs)))
