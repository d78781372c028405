"""How a user, or each of a team, covers what is theirs: three queries of the catalogue as one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.catalogue import part
from graphcrm.queries.coverage import accounts_met, contacts_met, whose
from graphcrm.queries.coverage.contacts_met import MOST, Met

_USERS = 500  # of a team
_ANSWER = "\nRETURN us, contacts, accounts"
_CYPHER = "".join(
    (
        part(whose.__file__, "us", limit="$users_most"),
        "\nWITH us, [one IN us | one[0]] AS ours\n",
        part(contacts_met.__file__, "contacts", "ours", users="ours"),
        "\n",
        part(accounts_met.__file__, "accounts", "ours", users="ours"),
        _ANSWER,
    )
)


@dataclass(frozen=True, slots=True)
class Covered:
    """One of us, with their contacts and their accounts."""

    uid: str
    name: str
    contacts: Met
    accounts: Met


def coverage(
    runner: Runner, *, user: str | None, team: str | None, since: datetime, on: date, limit: int
) -> list[Covered]:
    """Those that whose.py says, by name; at most `limit` of what is left are named of each, of each kind."""
    (found,) = runner.read(
        _CYPHER, _all, user=user, team=team, since=since, on=on, channels=CHANNELS, most=MOST,
        looked=accounts_met.LOOKED, users_most=_USERS, limit=limit,
    )  # fmt: skip
    return found


def _all(us: list[list[str]], contacts: list[list[Any]], accounts: list[list[Any]]) -> list[Covered]:
    of_contacts, of_accounts = ({row[0]: Met(*row) for row in rows} for rows in (contacts, accounts))
    return [Covered(uid, name, of_contacts[uid], of_accounts[uid]) for uid, name in us]
