"""The tags of some uids, and those of some keys, deleted ones among the former."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredTag:
    """A tag as it is stored; one that is deleted has no key."""

    uid: str
    key: str | None
    name: str
    colour: str
    rev: int
    removed_at: datetime | None = None
    merged_into: str | None = None


def stored_tags(runner: Runner, *, uids: Iterable[str], keys: Iterable[str]) -> list[StoredTag]:
    """Those that there are, in no order."""
    (found,) = runner.read(_CYPHER, list[list[object]], uids=sorted(set(uids)), keys=sorted(set(keys)))
    return [StoredTag(*each) for each in found]  # type: ignore[arg-type]
