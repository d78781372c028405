"""Groups."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from graphcrm.queries.groups.groups import Group
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.shapes.base import Page, Ref, Shape


class GroupBody(Shape):
    """A group, and how many that you see are in it."""

    uid: str
    name: str
    shared: bool = Field(description="whether its owner's team and the teams below it see it")
    contacts: int
    accounts: int
    owner: Ref
    created_at: datetime
    updated_at: datetime
    rev: int


class GroupList(Page[GroupBody]):
    """Groups, the oldest first."""


class NewGroup(Body):
    """A group to make."""

    name: str = Field(min_length=1, max_length=100, description="What you call it.")
    shared: bool = Field(default=False, description="Whether your team and the teams below it see it.")


class GroupChange(Body):
    """What is to be different of a group."""

    name: str | None = Field(default=None, min_length=1, max_length=100, description="What you call it.")
    shared: bool | None = Field(default=None, description="Whether your team and the teams below it see it.")


class Members(Body):
    """Contacts and accounts, by their uids."""

    contacts: list[str] = Field(default=[], max_length=200, description="Uids of contacts.")
    accounts: list[str] = Field(default=[], max_length=200, description="Uids of accounts.")

    def by_kind(self) -> list[tuple[str, list[str]]]:
        """The uids of each kind that has some."""
        return [(kind, uids) for kind, uids in (("contact", self.contacts), ("account", self.accounts)) if uids]


def group_body(group: Group) -> GroupBody:
    """One group."""
    fields: dict[str, Any] = {name: getattr(group, name) for name in GroupBody.model_fields if name != "owner"}
    return GroupBody(**fields, owner=Ref(uid=group.owner, name=group.owner_name))
