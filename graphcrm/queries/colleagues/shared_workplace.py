"""One account where two people both worked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SharedWorkplace:
    """All stints of two people at one account: `mine` are the contact's, `theirs` the colleague's.

    A stint is [start_min, start_max, end_min, end_max, department, uid], the bounds as ISO text: a driver takes five
    times as long over a DATE. `stints` counts all that are known at the account; `asked_not` says that
    the colleague asked us not to contact them.
    """

    contact: str
    contact_name: str
    colleague: str
    colleague_name: str
    asked_not: bool
    account: str
    account_name: str
    employee_count: int | None
    size_band: str | None
    stints: int
    mine: list[list[Any]]
    theirs: list[list[Any]]
