"""Write a new segment of a user."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_segment(runner: Runner, *, user: str, uid: str, props: Mapping[str, object], at: datetime) -> None:
    """Write it; `props` are its properties but the uid, the times and the revision."""
    runner.write(_CYPHER, user=user, uid=uid, props=props, at=at)
