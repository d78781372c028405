"""Saved views."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import Field

from graphcrm.queries.views.views import SavedView
from graphcrm.services.views import Shown
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.shapes.base import Page, Ref, Shape
from graphcrm.web.asking import views as asking
from graphcrm.web.asking.views import Of


class ViewItem(Shape):
    """A saved view."""

    uid: str
    name: str
    of: str = Field(description="the page: accounts, contacts, leads, paths or network")
    target: Ref | None = Field(description="the account or contact that it is about; null for none")
    parameters: str = Field(description="those of the page's address: status=new&sort=-name")
    shared: bool = Field(description="whether its owner's team and the teams below it see it")
    pinned: bool = Field(description="whether you have pinned it")
    owner: Ref
    address: str = Field(description="the page of the web application that leads to it")
    created_at: datetime
    updated_at: datetime
    rev: int


class ViewBody(ViewItem):
    """A saved view, whole."""

    state: dict[str, Any] | None = Field(description="of the network: what is shown, as the page keeps it")


class ViewList(Page[ViewItem]):
    """Saved views, the oldest first."""


class NewView(Body):
    """A view to save."""

    name: str = Field(min_length=1, max_length=100, description="What you call it.")
    of: Of = Field(description="The page.")
    target: str | None = Field(
        default=None, max_length=64, description="Of paths: the uid of an account; of the network: or of a contact."
    )
    parameters: str = Field(
        default="", max_length=4_000, description="As in the address of the page: status=new&sort=-name"
    )
    state: dict[str, Any] | None = Field(default=None, description="Of the network: what is shown.")
    shared: bool = Field(default=False, description="Whether your team and the teams below it see it.")

    def shown(self) -> Shown:
        """What it shows; raises InvalidInputError."""
        return Shown(self.of, asking.parameters(self.of, self.parameters, strict=True), self.target, self.state)


class ViewChange(Body):
    """What is to be different of a view."""

    name: str | None = Field(default=None, min_length=1, max_length=100, description="What you call it.")
    shared: bool | None = Field(default=None, description="Whether your team and the teams below it see it.")


def view_list(rows: Iterable[SavedView], cursor: str | None) -> ViewList:
    """A page of views."""
    return ViewList(items=[ViewItem(**_told(row)) for row in rows], next_cursor=cursor)


def view_body(view: SavedView) -> ViewBody:
    """One view with its state."""
    return ViewBody(**_told(view), state=asking.state(view.state))


def _told(view: SavedView) -> dict[str, Any]:
    same = ("uid", "name", "of", "parameters", "shared", "created_at", "updated_at", "rev")
    return {name: getattr(view, name) for name in same} | {
        "target": Ref(uid=view.target, name=view.target_name or view.target) if view.target else None,
        "pinned": view.place is not None,
        "owner": Ref(uid=view.owner, name=view.owner_name),
        "address": f"/views/{view.uid}",
    }
