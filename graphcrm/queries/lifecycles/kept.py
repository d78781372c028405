"""The accounts or contacts for which another lifecycle is kept as proposed, page by page."""

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


def kept(
    runner: Runner, *, label: str, after_state: str, after_name: str, after_uid: str, last_state: str, limit: int
) -> list[Kept]:
    """At most `limit` of those of a label, by what they should be, by name and by uid.

    They begin behind what `after_state`, `after_name` and `after_uid` say of the one before, and end with `last_state`.
    """
    return runner.read(
        _CYPHER,
        Kept,
        label=label,
        after_state=after_state,
        after_name=after_name,
        after_uid=after_uid,
        last_state=last_state,
        limit=limit,
    )
