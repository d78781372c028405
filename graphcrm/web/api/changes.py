"""Changes: what was done in one transaction, and taking it back; and what is in the trash."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.errors import NotFoundError
from graphcrm.queries.changes.revisions_of import revisions_of
from graphcrm.services.changes import Change
from graphcrm.services.undo import undo
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.changes import ChangeBody, TrashList, change_body, trash_list
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import Parameters, PlainPageParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_changes", __name__)

_TAG = tag("Changes", "Records created, changed, put into the trash and brought back; what was done, and undoing it.")
_PATH = {"uid": "The change, as `Change-Id` and the history name it."}


@routes.get("/changes/<uid>")
@documented(ChangeBody, _TAG, also=(404,), path=_PATH)
def change(uid: str, query: Parameters) -> ChangeBody:  # noqa: ARG001  (there are none; others are refused)
    """Everything that one change did."""
    found = revisions_of(graph(), change=uid)
    if not found:
        raise NotFoundError(f"There is no change {uid!r}, or what it did was purged.", field="change")
    return change_body(found, my_uid())


@routes.post("/changes/<uid>/undo")
@changing(None, _TAG, Takes(status=204), also=(404, 409), path=_PATH)
def undo_change(change: Change, uid: str) -> None:
    """Take back a change, if nothing of it was changed again since."""
    undo(change, uid)


@routes.get("/trash")
@documented(TrashList, _TAG)
def trash(query: PlainPageParameters) -> TrashList:
    """What is in the trash, the latest first."""
    page = listings.trash(graph(), query)
    return trash_list(page.rows, page.cursor)
