"""The people of one account on a day, those first who decide: how many are there and have left, and a page of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.accounts.people import Person, PersonJob
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)

# Whom one would rather speak to comes first; other roles, and none, come last.
RANKS = {"decision_maker": 0, "buyer": 1, "influencer": 2, "gatekeeper": 3, "user": 4}


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the account, by the rank of their role; `total` are all who are there, or have left, as they have."""

    person: Person
    rank: int
    total: int

    @property
    def key(self) -> tuple[int, str, str]:
        """Where they stand in the list."""
        return self.rank, self.person.name, self.person.contact


def member(  # noqa: PLR0917  (a column each)
    contact: str,
    name: str,
    do_not_contact: bool,  # noqa: FBT001
    current: bool,  # noqa: FBT001
    rank: int,
    total: int,
    jobs: list[list[Any]],
    now: list[list[Any]],
) -> Member:
    """What a row is."""
    held, there = [PersonJob(*job) for job in jobs], [tuple(place) for place in now]
    return Member(Person(contact, name, do_not_contact, current, held, there), rank, total)


def staff(
    runner: Runner,
    *,
    account: str,
    status: str = "all",
    on: date,
    name: str | None = None,
    after: tuple[int, str, str] | None = None,
    limit: int = 25,
) -> list[Member]:
    """The first `limit` who are there on the day, and as many who have left; `after` is the key of the last one seen.

    `name` leaves those who have it in one of their names.
    """
    typed = name.lower() if name else None
    return runner.read(
        _CYPHER,
        member,
        account=account,
        status=status,
        on=on,
        name=typed,
        ranks=RANKS,
        after=after,
        limit=limit,
    )
