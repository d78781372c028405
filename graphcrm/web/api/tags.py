"""Tags: what there are, how they are called, merged and deleted. What a record is tagged with is a field of it."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.errors import NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.tags.tags import tags as all_tags
from graphcrm.services import tags as service
from graphcrm.services.changes import Change
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.tags import Merging, TagBody, TagChange, TagList
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import tags as asking
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.asking.tags import TagsParameters
from graphcrm.web.context import graph

routes = Blueprint("api_tags", __name__)

_TAG = tag(
    "Tags", "Words that accounts, contacts, leads and tasks are marked with; `tags` of a record says with which."
)
_PATH = {"uid": "The tag's uid."}


@routes.get("/tags")
@documented(TagList, _TAG)
def tags(query: TagsParameters) -> TagList:
    """The tags, by name, with how many records that you see have each."""
    page = asking.tags(graph(), query)
    return TagList(
        items=[TagBody.model_validate(one, from_attributes=True) for one in page.rows], next_cursor=page.cursor
    )


@routes.get("/tags/<uid>")
@documented(TagBody, _TAG, also=(404,), path=_PATH)
def one_tag(uid: str, query: Parameters) -> TagBody:  # noqa: ARG001  (there are none; others are refused)
    """One tag."""
    return tagged(_body(graph(), uid))


@routes.patch("/tags/<uid>")
@changing(TagBody, _TAG, Takes(body=TagChange), also=(404, 409, 412), path=_PATH)
def change_tag(change: Change, uid: str, body: TagChange) -> TagBody:
    """Give a tag another name, or another colour."""
    service.alter(change, uid, body.values())
    return _body(change.tx, uid)


@routes.post("/tags/<uid>/merge")
@changing(TagBody, _TAG, Takes(body=Merging), also=(404, 412), path=_PATH)
def merge_tag(change: Change, uid: str, body: Merging) -> TagBody:
    """Delete a tag, and have another one on whatever it was on: that one is answered."""
    service.merge(change, uid, body.into)
    return _body(change.tx, body.into)


@routes.delete("/tags/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_PATH)
def delete_tag(change: Change, uid: str) -> None:
    """Delete a tag, wherever it is."""
    service.delete(change, uid)


def _body(runner: Runner, uid: str) -> TagBody:
    found = all_tags(runner, uid=uid, limit=1)
    if not found:
        raise NotFoundError(said("There is no tag %(uid)r.", uid=uid), field="tag")
    return TagBody.model_validate(found[0], from_attributes=True)
