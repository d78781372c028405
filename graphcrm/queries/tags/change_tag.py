"""Change properties of a tag that is locked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def change_tag(runner: Runner, *, uid: str, props: Mapping[str, object], at: datetime) -> int:
    """The revision that it has now; what is None in `props` is emptied."""
    ((rev,),) = runner.write(_CYPHER, uid=uid, props=props, at=at)
    return int(rev)
