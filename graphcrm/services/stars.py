"""Stars: records that a user wants at hand. Each is the user's own, and is no change of the record (docs/views.md)."""

from __future__ import annotations

from graphcrm.queries.views.drop_star import drop_star
from graphcrm.queries.views.put_star import put_star
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS


def put(change: Change, user: str, kind: str, uid: str) -> None:
    """Star a record; raises NotFoundError, InTrashError for one that is not there to be seen."""
    change.lock((LABELS[kind], uid))
    put_star(change.tx, user=user, label=LABELS[kind], uid=uid, at=change.at)


def drop(change: Change, user: str, kind: str, uid: str) -> None:
    """Take the star away, whether the record is still seen or not."""
    drop_star(change.tx, user=user, label=LABELS[kind], uid=uid)
