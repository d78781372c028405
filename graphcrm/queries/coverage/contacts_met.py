"""Of the contacts of some users on a day: with how many any of us had to do since a moment, by channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.dates import maybe_instant
from graphcrm.graph import Runner
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
MOST = 1_000  # of one user that are looked at


@dataclass(frozen=True, slots=True)
class Met:
    """A user's contacts, or accounts: how many there are, and with how many of them any of us had to do.

    `channels` are how many by each of nodes.edges.CHANNELS; `silent` some of the others, those first with whom nobody
    ever had to do, then the longest silent: uid, name, and when it was last, as text. `partial` says that there may be
    more of the user than were looked at.
    """

    user: str
    all: int
    met: int
    channels: list[int]
    silent: list[tuple[str, str, str | None]]
    partial: bool

    @property
    def named(self) -> list[tuple[str, str, datetime | None]]:
        """Those with whom nobody had to do, with the moment of the last time."""
        return [(uid, name, maybe_instant(at)) for uid, name, at in self.silent]


def contacts_met(
    runner: Runner, *, users: Sequence[str], since: datetime, on: date, limit: int, most: int = MOST
) -> list[Met]:
    """For each of the users; at most `limit` of those who were left are named."""
    return runner.read(_CYPHER, Met, users=users, since=since, on=on, channels=CHANNELS, most=most, limit=limit)
