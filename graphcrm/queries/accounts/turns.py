"""Who came to one account, who left it, and whose it became, up to a day, latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: a contact `came` or `left`, or a user `owned` the account from the day on, or `released` it to nobody.

    `day` is the earliest they may have come, the first they were certainly gone; `entered` the date as it was entered;
    `other` the account they came from or went to, where that is known; `key` tells those of one day apart.
    """

    kind: Literal["came", "left", "owned", "released"]
    day: date
    key: str
    entered: str
    who: str
    name: str
    title: str | None
    other: str | None
    other_name: str | None


def turns(
    runner: Runner, *, account: str, on: date, after: tuple[date, str] | None = None, limit: int = 25
) -> list[Turn]:
    """One page of turns; `after` are the day and the key of the last one already seen."""
    return runner.read(_CYPHER, Turn, account=account, on=on, after=after, limit=limit)
