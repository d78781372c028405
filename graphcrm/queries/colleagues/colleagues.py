"""The people one contact may have worked with, weighed and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.colleagues.acquaintance import Acquaintance, acquaintances
from graphcrm.queries.colleagues.colleagues_of import colleagues_of

_EVERYBODY = 10**9  # a limit that never cuts: the order is known only when all of them are weighed

Key = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Colleagues:
    """One page of colleagues, strongest first. `found` counts all of them, `by_account` those of each account; `more`
    says whether another page follows."""

    people: list[Acquaintance]
    found: int
    by_account: Mapping[str, int]
    more: bool


def key(person: Acquaintance) -> Key:
    """The sort key: best strength first, then uids, so that the order is the same each time."""
    return -person.strength, person.colleague


def colleagues(
    runner: Runner,
    *,
    contact: str,
    account: str | None = None,
    on: date,
    max_unit: int = 0,
    after: Key | None = None,
    limit: int = 50,
) -> Colleagues:
    """One page of colleagues, at all accounts or at one; `after` is the key of the last one already seen.

    `max_unit` leaves out accounts with more stints known than that; 0 leaves out none.
    """
    workplaces = colleagues_of(
        runner, contact=contact, account=account, on=on, cap=max_unit or _EVERYBODY, limit=_EVERYBODY
    )
    everybody = sorted(acquaintances(runner, workplaces, on), key=key)
    rest = [person for person in everybody if after is None or key(person) > after]
    page = rest[:limit]
    return Colleagues(
        page,
        found=len(everybody),
        by_account=Counter(account for person in everybody for account in {part.account for part in person.shared}),
        more=len(rest) > limit,
    )
