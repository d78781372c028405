"""How the network names records: `contact:UID`, `account:UID`, `lead:UID`, `user:UID`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

TYPES = ("account", "contact", "lead", "user")


class Lists(TypedDict):
    """The uids of some records, by their type, as queries take them."""

    accounts: list[str]
    contacts: list[str]
    leads: list[str]
    users: list[str]


def by_type(ids: Iterable[str]) -> Lists:
    """Take ids apart; each is named once."""
    found: dict[str, list[str]] = {kind: [] for kind in TYPES}
    for one in dict.fromkeys(ids):
        kind, _, uid = one.partition(":")
        found[kind].append(uid)
    return {
        "accounts": found["account"],
        "contacts": found["contact"],
        "leads": found["lead"],
        "users": found["user"],
    }
