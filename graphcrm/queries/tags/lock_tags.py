"""Take the locks of some tags, in the order of their uids, and read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Locked:
    """A tag that nobody else changes until the transaction ends."""

    uid: str
    name: str
    colour: str
    removed: bool
    merged_into: str | None
    rev: int


def lock_tags(runner: Runner, *, uids: Iterable[str]) -> dict[str, Locked]:
    """Those that there are, deleted or not, by uid."""
    found = [Locked(*row) for row in runner.write(_CYPHER, uids=sorted(set(uids)))]
    return {tag.uid: tag for tag in found}
