"""The accounts or contacts for which another lifecycle is kept as proposed."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Kept:
    """One of them."""

    label: str
    uid: str


def kept(runner: Runner, *, label: str, limit: int) -> list[Kept]:
    """At most `limit` of those of a label, by what they should be, by name and by uid."""
    return runner.read(_CYPHER, Kept, label=label, limit=limit)
