"""Who may be at an account, and taking them into it."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.services import offers
from graphcrm.services.changes import Change
from graphcrm.services.offers import Taken
from graphcrm.web.api.accounts import TAG, UID
from graphcrm.web.api.edge_bodies import PeopleFields
from graphcrm.web.api.openapi import documented
from graphcrm.web.api.shapes.offers import OfferList, TakenBody, offer_list
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking.parameters import Parameters
from graphcrm.web.context import graph

routes = Blueprint("api_offers", __name__)


@routes.get("/accounts/<uid>/offers")
@documented(OfferList, TAG, also=(404,), path=UID)
def offered(uid: str, query: Parameters) -> OfferList:  # noqa: ARG001  (there are none; others are refused)
    """Contacts and leads who may be at an account, at most 50, each with the reasons: an address at one of its domains,
    a placeholder of its name at which they work, or the company that a lead says."""
    return offer_list(offers.offered(graph(), uid))


@routes.post("/accounts/<uid>/people")
@changing(TakenBody, TAG, Takes(PeopleFields), also=(404, 409), path=UID)
def take_people(change: Change, uid: str, body: PeopleFields) -> TakenBody:
    """Have contacts work at an account, and leads become contacts there: all of them, or none.

    Whoever works there already stays as they are.
    """
    taken = [Taken(one.kind, one.uid, one.job()) for one in body.people]
    return TakenBody(contacts=offers.take(change, uid, taken))
