"""Job moves since a day: a contact's job began at one account after another job had ended elsewhere, latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.accounts.standings import OURS
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Move:
    """One move; `uid` is that of the job that began, `moved_on` the earliest day it may have, `start` as entered;
    `there` says whether they may still be at the new account on the day asked as of, `asked_not` that they asked us not
    to contact them."""

    uid: str
    moved_on: date
    start: str
    contact: str
    name: str
    asked_not: bool
    from_account: str
    from_name: str
    from_title: str | None
    from_role: str | None
    from_end: str | None
    to_account: str
    to_name: str
    to_title: str | None
    to_role: str | None
    there: bool

    @property
    def role(self) -> str | None:
        """Their part in a sale: in the job that began, for that is where we would sell next; an import rarely knows it
        on the first day, and then what they were is the best guess at what they are."""
        return self.to_role or self.from_role


def moves_since(
    runner: Runner,
    *,
    since: date,
    on: date,
    before: datetime,
    known: bool = False,
    user: str | None = None,
    account: str | None = None,
    from_account: str | None = None,
    to_account: str | None = None,
    ours: bool = False,
    after_on: date | None = None,
    after_uid: str | None = None,
    limit: int = 50,
) -> list[Move]:
    """One page of moves from `since` to `on`; `after_*` name the last one already seen.

    `known` leaves those of people with whom an active user, or `user` alone, had a tie `before` the moment; `account`
    those to or from it; `ours` those that left an account of ours (graphcrm.queries.accounts.standings).
    """
    return runner.read(
        _CYPHER,
        Move,
        since=since,
        on=on,
        before=before,
        known=known,
        user=user,
        account=account,
        from_account=from_account,
        to_account=to_account,
        ours=ours,
        lifecycles=OURS,
        after_on=after_on,
        after_uid=after_uid,
        limit=limit,
    )
