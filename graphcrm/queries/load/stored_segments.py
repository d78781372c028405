"""The segments of some uids, deleted or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredSegment:
    """A segment as it is stored; `user` is None for one whose user is in the trash."""

    uid: str
    user: str | None
    props: dict[str, Any]
    removed: bool
    rev: int


def stored_segments(runner: Runner, *, uids: Sequence[str]) -> dict[str, StoredSegment]:
    """Those that there are, by uid."""
    (found,) = runner.read(_CYPHER, list[list[Any]], uids=uids)
    return {each[0]: StoredSegment(*each) for each in found}
