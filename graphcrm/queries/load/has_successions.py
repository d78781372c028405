"""Whether any account was ever succeeded by another."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def has_successions(runner: Runner) -> bool:
    """Whether there is any SUCCEEDED_BY: without one, no job is carried over."""
    (found,) = runner.read(_CYPHER, bool)
    return found
