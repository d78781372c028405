"""What is expected of open opportunities, by month, currency and owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from graphcrm.errors import ForbiddenError, said
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 100_000
_RESTS_ON = ("amount", "expected_close", "probability")


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected in a month (its first day; None for what is late) in a currency by an owner (None: nobody).

    `weighted` counts each amount as far as it is likely.
    """

    month: date | None
    currency: str
    owner: str | None
    owner_name: str | None
    count: int
    amount: float
    weighted: float


def forecast(
    runner: Runner,
    *,
    since: date,
    until: date,
    likely: Mapping[str, int],
    owner: str | None = None,
    team: str | None = None,
    limit: int = _MOST,
) -> list[Expected]:
    """What is expected to be decided before a day; what was to be before `since`, and is open still, is late.

    `likely` says of each open stage how likely it is in percent, for what says nothing of that itself. Raises
    ForbiddenError where what it rests on is hidden from who asks.
    """
    if hidden := [name for name in _RESTS_ON if name in runner.sight.hides("opportunity")]:
        message = said("You may not see the %(name)s of any %(kind)s, and a forecast rests on it.",
                       name=hidden[0], kind="opportunity")  # fmt: skip
        raise ForbiddenError(message, field=hidden[0])
    found = runner.read(
        _CYPHER, Expected, since=since.isoformat(), until=until.isoformat(), likely=dict(likely), owner=owner,
        team=team, limit=limit,
    )  # fmt: skip
    return [replace(one, amount=round(one.amount, 2), weighted=round(one.weighted, 2)) for one in found]
