"""What lists tell of some accounts on a day: whose they are, who is there, whom we know there, and the last contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.lists.named import owner

_CYPHER = cypher(__file__)
COUNTED = 1_000  # jobs at one account, up to which its people are counted


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account: the people who may be there, those of them whom an active user knows, and anybody's last
    interaction with somebody while they were there, of those who still are."""

    uid: str
    owner: tuple[str, str] | None
    people: int
    known: int
    last_at: datetime | None

    @property
    def more(self) -> bool:
        """Whether there may be more people than were counted."""
        return self.people >= COUNTED


def account_rows(
    runner: Runner, *, accounts: Sequence[str], on: date, before: datetime, limit: int
) -> list[AccountRow]:
    """What is told of some accounts; interactions count that were `before` the moment."""
    return runner.read(
        _CYPHER,
        lambda uid, owned, *told: AccountRow(uid, owner(owned), *told),
        accounts=accounts,
        on=on,
        before=before,
        counted=COUNTED,
        limit=limit,
    )
