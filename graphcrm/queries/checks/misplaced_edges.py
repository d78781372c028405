"""Edges between the wrong kinds of records, without a uid, at a record in the trash, or set aside for nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.checks.finding import Found

_CYPHER = cypher(__file__)


def misplaced_edges(runner: Runner, *, ends: Mapping[str, Sequence[Sequence[str]]], limit: int) -> list[Found]:
    """As many of them as asked for; `ends` has the labels that may stand at each end of a type."""
    return runner.read(_CYPHER, Found, ends=ends, limit=limit)
