"""Groups: one's own, and those that one's team shares; who is in one is a filter of the lists."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.graph import Runner
from graphcrm.queries.groups.groups import groups as groups_of
from graphcrm.services import groups as service
from graphcrm.services.changes import Change
from graphcrm.web.addresses import V1
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.groups import GroupBody, GroupChange, GroupList, Members, NewGroup, group_body
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import cursors
from graphcrm.web.asking.parameters import Parameters, PlainPageParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_groups", __name__)

_TAG = tag("Groups", "Contacts and accounts put together one by one: `GET /contacts?group=UID` answers who is in one.")
_PATH = {"uid": "The group's uid."}


@routes.get("/groups")
@documented(GroupList, _TAG)
def groups(query: PlainPageParameters) -> GroupList:
    """The groups that you see, the oldest first."""
    of = cursors.question("groups", my_uid())
    after = cursors.read(query.cursor, cursors.AfterUid, of)
    rows = groups_of(graph(), user=my_uid(), after=after.uid if after else "", sized=True, limit=query.limit + 1)
    page = rows[: query.limit]
    more = cursors.written(cursors.AfterUid(of=of, uid=page[-1].uid)) if len(rows) > query.limit else None
    return GroupList(items=[group_body(one) for one in page], next_cursor=more)


@routes.get("/groups/<uid>")
@documented(GroupBody, _TAG, also=(404,), path=_PATH)
def group(uid: str, query: Parameters) -> GroupBody:  # noqa: ARG001  (there are none; others are refused)
    """One group."""
    return tagged(_body(graph(), uid))


@routes.post("/groups")
@changing(GroupBody, _TAG, Takes(body=NewGroup, status=201, under=f"{V1}/groups"), also=(409,))
def make_group(change: Change, body: NewGroup) -> GroupBody:
    """Make a group."""
    return _body(change.tx, service.create(change, my_uid(), body.name, shared=body.shared))


@routes.patch("/groups/<uid>")
@changing(GroupBody, _TAG, Takes(body=GroupChange), also=(404, 412), path=_PATH)
def change_group(change: Change, uid: str, body: GroupChange) -> GroupBody:
    """Give a group of yours another name, share it or no longer."""
    service.alter(change, my_uid(), uid, name=body.name, shared=body.shared)
    return _body(change.tx, uid)


@routes.delete("/groups/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_PATH)
def delete_group(change: Change, uid: str) -> None:
    """Delete a group of yours, for everybody; who was in it stays."""
    service.delete(change, my_uid(), uid)


@routes.post("/groups/<uid>/add")
@changing(GroupBody, _TAG, Takes(body=Members), also=(404,), path=_PATH)
def add_members(change: Change, uid: str, body: Members) -> GroupBody:
    """Put contacts and accounts into a group of yours."""
    for kind, uids in body.by_kind():
        service.add(change, my_uid(), uid, kind, uids)
    return _body(change.tx, uid)


@routes.post("/groups/<uid>/take")
@changing(GroupBody, _TAG, Takes(body=Members), also=(404,), path=_PATH)
def take_members(change: Change, uid: str, body: Members) -> GroupBody:
    """Take contacts and accounts out of a group of yours."""
    for kind, uids in body.by_kind():
        service.take(change, my_uid(), uid, kind, uids)
    return _body(change.tx, uid)


def _body(runner: Runner, uid: str) -> GroupBody:
    return group_body(service.one(runner, my_uid(), uid, sized=True))
