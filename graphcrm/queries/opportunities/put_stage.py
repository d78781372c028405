"""Write what differs of a stage, which is made where there is none of its key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_stage(runner: Runner, *, key: str, props: Mapping[str, object], at: datetime) -> int:
    """Write it, and answer its revision now."""
    ((rev,),) = runner.write(_CYPHER, key=key, props=props, at=at)
    return int(rev)
