"""Of the accounts of some users on a day: at how many any of us met somebody since a moment, by channel."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.coverage.contacts_met import MOST, Met

_CYPHER = cypher(__file__)
LOOKED = 1_000  # jobs at one account whose people are looked at


def accounts_met(
    runner: Runner,
    *,
    users: Sequence[str],
    since: datetime,
    on: date,
    limit: int,
    most: int = MOST,
    looked: int = LOOKED,
) -> list[Met]:
    """For each of the users; at most `limit` of the accounts that were left are named."""
    return runner.read(
        _CYPHER, Met, users=users, since=since, on=on, channels=CHANNELS, most=most, looked=looked, limit=limit
    )
