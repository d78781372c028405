"""Interactions made, changed and removed; and how well each of us says to know a contact."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.errors import NotFoundError
from graphcrm.graph import Runner
from graphcrm.queries.interactions.parts import parts
from graphcrm.services import interactions, logged, ratings
from graphcrm.services.changes import Change
from graphcrm.web.addresses import V1
from graphcrm.web.api.bodies import EVENT, EVENTS, NEW_EVENT, EventFields, EventsFields, NewEventFields, Rating
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.events import EventBody, EventRef, EventRefs, LoggedBody, event_body
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_interactions", __name__)

_TAG = tag("Interactions", "What we had to do with contacts and leads: one event, with everybody who took part.")
_EVENT = {"uid": "The interaction's uid: the `event` of each pair's part."}
_CONTACT = {"uid": "The contact's uid."}


@routes.get("/interactions/<uid>")
@documented(EventBody, _TAG, also=(404,), path=_EVENT)
def interaction(uid: str, query: Parameters) -> EventBody:  # noqa: ARG001  (there are none; others are refused)
    """One interaction."""
    return tagged(_read(graph(), uid))


@routes.post("/interactions")
@changing(LoggedBody, _TAG, Takes(NEW_EVENT, status=201, under=f"{V1}/interactions"), also=(404,))
def add_interaction(change: Change, body: NewEventFields) -> LoggedBody:
    """Record an interaction, and what is to be done next; without `users` it is the one of who asks."""
    step = body.next_step.model_dump(exclude_unset=True) if body.next_step else None
    done = logged.log(change, body.values(), step)
    return LoggedBody(**dict(_read(change.tx, done.interaction)), task=done.task)


@routes.post("/interactions/batch")
@changing(EventRefs, _TAG, Takes(EVENTS, status=201), also=(404,))
def add_interactions(change: Change, body: EventsFields) -> EventRefs:
    """Record up to a thousand interactions at once, all of them or none."""
    uids = interactions.create_all(change, [item.values() for item in body.items])
    return EventRefs(items=[EventRef(uid=uid, rev=1) for uid in uids])


@routes.patch("/interactions/<uid>")
@changing(EventBody, _TAG, Takes(EVENT), also=(404, 412), path=_EVENT)
def change_interaction(change: Change, uid: str, body: EventFields) -> EventBody:
    """Change an interaction: what is sent is set, what is null is emptied; a list of people is all of them."""
    interactions.edit(change, uid, body.values())
    return _read(change.tx, uid)


@routes.delete("/interactions/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_EVENT)
def remove_interaction(change: Change, uid: str) -> None:
    """Remove an interaction that never was."""
    interactions.remove(change, uid)


@routes.put("/contacts/<uid>/rating")
@changing(None, _TAG, Takes(Rating, status=204), also=(404,), path=_CONTACT)
def rate(change: Change, uid: str, body: Rating) -> None:
    """Say how well you know a contact, instead of what you said before."""
    ratings.rate(change, my_uid(), uid, body.values())


@routes.delete("/contacts/<uid>/rating")
@changing(None, _TAG, Takes(status=204), also=(404,), path=_CONTACT)
def unrate(change: Change, uid: str) -> None:
    """Take back what you said of how well you know a contact."""
    ratings.unrate(change, my_uid(), uid)


def _read(runner: Runner, uid: str) -> EventBody:
    found = parts(runner, event=uid)
    if not found:
        raise NotFoundError(f"There is no interaction {uid!r}.", field="interaction")
    return event_body(found, my_uid())
