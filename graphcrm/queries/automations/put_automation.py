"""Write an automation of a user, a new one or one of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_automation(runner: Runner, *, user: str, uid: str, props: Mapping[str, object], at: datetime) -> None:
    """Write those of its properties that `props` has; the caller holds the user, and knows that it is theirs."""
    runner.write(_CYPHER, user=user, uid=uid, props=props, at=at)
