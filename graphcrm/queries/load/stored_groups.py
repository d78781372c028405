"""The groups of some uids, deleted or not, with who is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredGroup:
    """A group as it is stored; `user` is None for one whose user is in the trash, `members` are [label, uid]."""

    uid: str
    user: str | None
    props: dict[str, Any]
    removed: bool
    rev: int
    members: list[list[str]]


def stored_groups(runner: Runner, *, uids: Sequence[str]) -> dict[str, StoredGroup]:
    """Those that there are, by uid."""
    (found,) = runner.read(_CYPHER, list[list[Any]], uids=uids)
    return {each[0]: StoredGroup(*each) for each in found}
