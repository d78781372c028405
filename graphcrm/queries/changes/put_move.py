"""Record a move of a contact, unless there is one of that uid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_move(
    runner: Runner, *, uid: str, props: Mapping[str, object], contact: str, left: Sequence[str], joined: str
) -> bool:
    """Record a move from the accounts `left` to the one `joined`; False where there is one of that uid, the job's."""
    return bool(runner.write(_CYPHER, uid=uid, props=props, contact=contact, left=left, joined=joined))
