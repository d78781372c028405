"""Change properties of a group of a user: one that is there, or one that was deleted a while ago."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def change_group(
    runner: Runner, *, user: str, uid: str, props: Mapping[str, object], at: datetime, removed: bool = False
) -> int | None:
    """The revision that it has now, None where the user has no such group; what is None in `props` is emptied."""
    found = runner.write(_CYPHER, user=user, uid=uid, removed=removed, props=props, at=at)
    return found[0][0] if found else None
