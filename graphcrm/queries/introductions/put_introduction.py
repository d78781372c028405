"""Write an introduction along a path of people into an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_introduction(
    runner: Runner,
    *,
    uid: str,
    asker: str,
    knower: str,
    people: Sequence[str],
    account: str,
    props: Mapping[str, object],
    at: datetime,
) -> int:
    """Write one; answers how many of the people were there."""
    rows = runner.write(
        _CYPHER, uid=uid, asker=asker, knower=knower, people=people, account=account, props=props, at=at
    )
    return int(rows[0][0]) if rows else 0
