"""A record in the trash, as its own page tells of it: what it is called, since when it is there, by whom, and why."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from flask import request

from graphcrm.access import place
from graphcrm.errors import GraphcrmError
from graphcrm.queries.changes.in_trash import SetAside, in_trash
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.services.records import LABELS
from graphcrm.web.context import graph


@dataclass(frozen=True, slots=True)
class Gone:
    """A record of a kind in the trash; `by` is a name, None for the command line and for what nobody noted."""

    kind: str
    record: SetAside
    by: str | None
    why: str | None

    @property
    def uid(self) -> str:
        """The record's uid."""
        return self.record.uid

    @property
    def name(self) -> str:
        """What it is called."""
        return self.record.name

    @property
    def since(self) -> datetime:
        """When it was put there."""
        return self.record.deleted_at

    @property
    def owner(self) -> tuple[str, str] | None:
        """Whose it is, as pages ask whether something may be done with it."""
        return (self.record.owner, "") if self.record.owner else None


def gone(kind: str | None) -> Gone | None:
    """What the page asked for shows, if that is a record of a kind in the trash; None where it cannot be told."""
    uid = (request.view_args or {}).get("uid")
    if kind is None or kind not in LABELS or not uid or not request.path.startswith(f"/{place(kind)}/"):
        return None
    with suppress(GraphcrmError):  # it was brought back meanwhile, or the database is away: the page says less
        return _told(kind, uid)
    return None


def _told(kind: str, uid: str) -> Gone:
    record = in_trash(graph(), label=LABELS[kind], uid=uid)
    latest = next(iter(revisions_on(graph(), label=LABELS[kind], uid=uid, limit=1)), None)
    put = latest if latest and latest.action == "trash" else None
    return Gone(kind, record, (put.by_name or put.by) if put else None, put.why if put else None)
