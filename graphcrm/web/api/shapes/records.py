"""Accounts, contacts, leads, users: one, and in lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field

from graphcrm.queries.accounts.account import Account
from graphcrm.queries.contacts.contact import Contact
from graphcrm.queries.records.entry import Entry
from graphcrm.queries.search.find import Match
from graphcrm.queries.users.users import User
from graphcrm.web.api.shapes.base import Page, Shape


class RecordItem(Shape):
    """A record in a list."""

    uid: str
    name: str
    detail: str | None = Field(description="what tells it from others of its name: industry, city, employer, company")
    matched: str | None = Field(description="the text that the search found; null without `q`")


class RecordList(Page[RecordItem]):
    """Records, by name; with `q` the best matches first."""


class MatchItem(Shape):
    """A record that a search found."""

    type: Literal["account", "contact", "lead", "user"]
    uid: str
    name: str
    detail: str | None = Field(description="what tells it from others of its name")
    matched: str | None = Field(description="the text that was found")


class MatchList(Page[MatchItem]):
    """What a search found, best first. There is one page."""


class AccountBody(Shape):
    """An account."""

    uid: str
    name: str
    aliases: list[str]
    domains: list[str]
    kind: str | None
    industry: str | None
    size_band: str | None
    employee_count: int | None
    website: str | None
    country: str | None
    region: str | None
    city: str | None
    lifecycle: str | None
    placeholder: bool = Field(description="true for Freelance, Unknown and the like: never a shared workplace")
    stints: int = Field(description="jobs known there, of all times")


class HandleBody(Shape):
    """Where somebody is reached."""

    kind: str
    value: str


class ContactBody(Shape):
    """A contact."""

    uid: str
    name: str
    given_name: str | None
    family_name: str | None
    other_names: list[str]
    description: str | None
    birthday: date | None
    lifecycle: str | None
    do_not_contact: bool
    handles: list[HandleBody] = Field(description="the ones to use first")


class UserBody(Shape):
    """One of us."""

    uid: str
    name: str
    email: str | None
    role: str | None
    team: str | None
    active: bool


class UserList(Page[UserBody]):
    """All users, by name. There is one page."""


def listed(entries: Iterable[Entry], cursor: str | None) -> RecordList:
    """A page of a list."""
    items = [RecordItem(uid=entry.uid, name=entry.name, detail=entry.detail, matched=None) for entry in entries]
    return RecordList(items=items, next_cursor=cursor)


def found(matches: Iterable[Match], cursor: str | None) -> RecordList:
    """A page of the matches in a list."""
    items = [RecordItem(uid=m.uid, name=m.name, detail=m.detail, matched=m.matched) for m in matches]
    return RecordList(items=items, next_cursor=cursor)


def matches_of_all_types(matches: Iterable[Match]) -> MatchList:
    """What a search found."""
    return MatchList.model_validate({"items": [_fields(match) for match in matches], "next_cursor": None})


def account_body(account: Account) -> AccountBody:
    """An account."""
    return AccountBody.model_validate(_fields(account))


def contact_body(contact: Contact) -> ContactBody:
    """A contact."""
    handles = [HandleBody(kind=kind, value=value) for kind, value in contact.handles]
    return ContactBody.model_validate(_fields(contact) | {"handles": handles})


def user_list(users: Iterable[User]) -> UserList:
    """All users."""
    return UserList(items=[UserBody.model_validate(_fields(user)) for user in users], next_cursor=None)


def _fields(row: Account | Contact | User | Match) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
