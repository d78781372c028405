"""The moves that a user was told of, the latest first: who, from where to where, and what was open where they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.accounts.standings import OURS
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
DEALS_MOST = 5  # of one move


@dataclass(frozen=True, slots=True)
class Champion:
    """One move that a user was told of, by the uid of the job that began; `why` they were, and what they did with it.

    `lifecycle` is that of the account that was joined, `owned` whether it has an owner; `deals` are the opportunities
    (uid and name) that are open at the account that was left, of which they are a decision maker.
    """

    uid: str
    moved_on: date
    start: str
    contact: str
    name: str
    asked_not: bool
    from_account: str
    from_name: str
    to_account: str
    to_name: str
    title: str | None
    role: str | None
    why: list[str]
    state: str
    done_at: datetime | None
    lifecycle: str | None
    owned: bool
    placeholder: bool
    deals: list[tuple[str, str]]

    @property
    def ours(self) -> bool:
        """Whether the account that was joined is one of ours already."""
        return self.owned or self.lifecycle in OURS


def champions(
    runner: Runner,
    *,
    user: str,
    state: str = "new",
    after_on: date | None = None,
    after_uid: str | None = None,
    deals_most: int = DEALS_MOST,
    limit: int = 50,
) -> list[Champion]:
    """One page of the moves that a user was told of and left in a state; `after_*` name the last one already seen."""
    found = runner.read(
        _CYPHER, Champion, user=user, state=state, after_on=after_on, after_uid=after_uid, deals_most=deals_most,
        limit=limit,
    )  # fmt: skip
    if "lifecycle" in runner.sight.hides("account"):
        found = [replace(one, lifecycle=None) for one in found]
    if runner.sight.hides("opportunity") & {"account", "contacts"}:
        found = [replace(one, deals=[]) for one in found]
    return found
