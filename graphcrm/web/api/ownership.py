"""Who owns records: assign, hand over, release, and correct what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint

from graphcrm.access import OWNED, a, kind_of, place
from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account
from graphcrm.queries.campaigns.campaign import campaign
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.contracts.contract import contract
from graphcrm.queries.contracts.order import order
from graphcrm.queries.leads.lead import lead
from graphcrm.queries.opportunities.opportunity import opportunity
from graphcrm.queries.service_requests.service_request import service_request
from graphcrm.queries.tasks.task import task
from graphcrm.services import ownership
from graphcrm.services.changes import Change
from graphcrm.web.api.edge_bodies import AssignFields, AssignmentFields, ReleaseFields
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import ownership as shapes
from graphcrm.web.api.shapes.ownership import Ownership
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PlainPageParameters
from graphcrm.web.context import graph

routes = Blueprint("api_ownership", __name__)
View = TypeVar("View", bound=Callable[..., Any])

_TAG = tag(
    "Ownership",
    "Whose a record is, and was: one owner at most on any day.",
)
_ONE: dict[str, Callable[..., Any]] = {
    "account": account, "contact": contact, "lead": lead, "opportunity": opportunity, "contract": contract,
    "order": order, "service_request": service_request, "campaign": campaign,
    "task": task,
}  # fmt: skip
_ASSIGNMENT = {"uid": "The assignment's uid."}


def owners_of(runner: Runner, kind: str, uid: str, query: PlainPageParameters | None = None) -> Ownership:
    """A page of a record's owners; raises NotFoundError."""
    record = _ONE[kind](runner, uid=uid, on=moment(None).on)
    page = listings.owners(runner, kind, uid, query or PlainPageParameters())
    return shapes.ownership(record.owner, page.rows, page.cursor)


def _put(kind: str) -> None:
    """Put the routes of a kind of record under its addresses."""
    one, path = a(kind), {"uid": f"The {kind.replace('_', ' ')}'s uid."}

    def assign(change: Change, uid: str, body: AssignFields) -> Ownership:
        ownership.assign(change, kind, uid, body.user, on=body.on, reason=body.reason)
        return owners_of(change.tx, kind, uid)

    def release(change: Change, uid: str, body: ReleaseFields) -> Ownership:
        ownership.release(change, kind, uid, on=body.on, reason=body.reason)
        return owners_of(change.tx, kind, uid)

    def owners(uid: str, query: PlainPageParameters) -> Ownership:
        return owners_of(graph(), kind, uid, query)

    ways = (
        (assign, AssignFields, f"Give {one} to a user; whose it was gives it up on the same day."),
        (release, ReleaseFields, f"Give {one} back: nobody owns it from then on."),
    )
    for do, takes, does in ways:
        name = do.__name__
        described = changing(Ownership, _TAG, Takes(takes), also=(404, 409), path=path)
        routes.post(f"/{place(kind)}/<uid>/{name}")(described(_named(do, f"{name}_{kind}", does)))
    does = f"Whose {one} is, and was, the latest first."
    routes.get(f"/{place(kind)}/<uid>/owners")(
        documented(Ownership, _TAG, also=(404,), path=path)(_named(owners, f"owners_of_{kind}", does))
    )


def _named(view: View, name: str, does: str) -> View:
    view.__name__, view.__doc__ = name, does
    return view


for _kind in OWNED:
    _put(_kind)


@routes.patch("/assignments/<uid>")
@changing(Ownership, _TAG, Takes(AssignmentFields), also=(404, 409, 412), path=_ASSIGNMENT)
def correct_assignment(change: Change, uid: str, body: AssignmentFields) -> Ownership:
    """Correct the days or the reasons of an assignment: what is sent is set, what is null is emptied."""
    label, record = ownership.correct(change, uid, body.values())
    return owners_of(change.tx, kind_of(label), record)


@routes.delete("/assignments/<uid>")
@changing(Ownership, _TAG, Takes(), also=(404, 412), path=_ASSIGNMENT)
def remove_assignment(change: Change, uid: str) -> Ownership:
    """Remove an assignment that never was; one that is over is ended."""
    label, record = ownership.remove(change, uid)
    return owners_of(change.tx, kind_of(label), record)
