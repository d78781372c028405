"""What is remembered of changes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from graphcrm.nodes import states
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.trashed import InTrash
from graphcrm.web.api.shapes.base import Page, Ref, Shape


class RevisionItem(Shape):
    """What one change did to one thing."""

    uid: str
    change: str = Field(description="the change it is part of: this is what can be undone")
    kind: str = Field(description="what was changed: account, contact, lead, user, job, interaction, assignment, …")
    of: str = Field(description="its uid")
    rev: int = Field(description="the revision that was made")
    action: str = Field(description="create, change, remove, trash, restore or purge")
    at: datetime
    by: Ref | None = Field(description="the user who did; null for the command line")
    why: str | None = Field(description="why, in their words")
    before: dict[str, Any] | None = Field(description="the fields that differ, as they were; null for what was new")
    after: dict[str, Any] | None = Field(
        description="the fields that differ, as they became; null for what was removed"
    )
    undoes: str | None = Field(description="the change that it took back")
    undone: bool = Field(description="whether it was taken back")


class History(Page[RevisionItem]):
    """What was done to a record and what hangs on it, the latest first."""


class ChangeBody(Shape):
    """A change: everything that was done in one transaction."""

    change: str
    undoes: str | None = Field(description="the change that it took back")
    items: list[RevisionItem]


class TrashItem(Shape):
    """A record in the trash."""

    type: Literal["account", "contact", "lead", "opportunity", "campaign", "task", "user"]
    uid: str
    name: str
    deleted_at: datetime = Field(description="when it was put there")


class TrashList(Page[TrashItem]):
    """What is in the trash, the latest first."""


def trash_list(found: Iterable[InTrash], cursor: str | None) -> TrashList:
    """A page of the trash."""
    items = [{name: getattr(one, name) for name in TrashItem.model_fields} for one in found]
    return TrashList.model_validate({"items": items, "next_cursor": cursor})


def history(revisions: Iterable[Revision], cursor: str | None, me: str) -> History:
    """A page of a record's history, for a user."""
    return History(items=[_item(revision, me) for revision in revisions], next_cursor=cursor)


def change_body(revisions: list[Revision], me: str) -> ChangeBody:
    """A change, of its revisions, for a user."""
    first = revisions[0]
    items = [_item(revision, me) for revision in revisions]
    return ChangeBody(change=first.change, undoes=first.undoes, items=items)


def _item(revision: Revision, me: str) -> RevisionItem:
    hidden = revision.private and revision.by != me
    return RevisionItem(
        uid=revision.uid,
        change=revision.change,
        kind=revision.kind,
        of=revision.of,
        rev=revision.rev,
        action=revision.action,
        at=revision.at,
        by=Ref(uid=revision.by, name=revision.by_name or revision.by) if revision.by else None,
        why=revision.why,
        before=states.read(revision.before) if revision.before and not hidden else None,
        after=states.read(revision.after) if revision.after and not hidden else None,
        undoes=revision.undoes,
        undone=revision.undone,
    )
