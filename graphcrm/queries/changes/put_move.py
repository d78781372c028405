"""Record a move of a contact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_move(
    runner: Runner, *, uid: str, props: Mapping[str, object], contact: str, left: Sequence[str], joined: str
) -> None:
    """Record a move from the accounts `left` to the one `joined`; `uid` is that of the job that began."""
    runner.write(_CYPHER, uid=uid, props=props, contact=contact, left=left, joined=joined)
