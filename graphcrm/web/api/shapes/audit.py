"""The audit log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pydantic import Field

from graphcrm.queries.audit.entry import Entry
from graphcrm.web.api.shapes.base import Page, Ref, Shape


class AuditItem(Shape):
    """An entry of the audit log."""

    seq: int = Field(description="its number: 1, 2, 3, … without a gap")
    at: datetime
    user: Ref | None = Field(description="the user who did; null for the command line, and where nobody knows")
    action: str = Field(description="write, import, export, sign_in, refused, …: docs/audit.md lists them")
    what: list[str] = Field(description="what exactly: change contact 1")
    records: list[str] = Field(description="what it was done to, or is shown with: kind and uid")
    change: str | None = Field(description="the change, whose revisions hold the values")
    address: str = Field(description="where from: the client's address, or command line")
    request: str | None = Field(description="the id of the request")
    hash: str = Field(description="the hash of this entry, and so of all before it")


class AuditList(Page[AuditItem]):
    """Entries of the audit log, the latest first."""


def audit_list(entries: Iterable[Entry], cursor: str | None) -> AuditList:
    """A page of the audit log."""
    return AuditList(items=[_item(entry) for entry in entries], next_cursor=cursor)


def _item(entry: Entry) -> AuditItem:
    own = {name: getattr(entry, name) for name in AuditItem.model_fields if name != "user"}
    user = Ref(uid=entry.user, name=entry.user_name or entry.user) if entry.user else None
    return AuditItem(user=user, **own)
