"""Change properties of an introduction that is at a revision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def change_introduction(runner: Runner, *, uid: str, rev: int, props: Mapping[str, object], at: datetime) -> int:
    """Change one; answers 0 where it is at another revision."""
    ((written,),) = runner.write(_CYPHER, uid=uid, rev=rev, props=props, at=at)
    return int(written)
