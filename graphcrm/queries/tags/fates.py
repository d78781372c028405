"""What became of the tags of some uids: whether each is still there, and what it was merged into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Fate:
    """A tag; one that is `removed` was deleted, or else merged into another."""

    uid: str
    key: str | None
    name: str
    removed: bool
    merged_into: str | None


def fates(runner: Runner, *, uids: Iterable[str]) -> list[Fate]:
    """Those that there are, in no order."""
    wanted = sorted(set(uids))
    return runner.read(_CYPHER, Fate, uids=wanted, limit=len(wanted)) if wanted else []
