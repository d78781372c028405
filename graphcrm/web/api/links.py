"""Links: of accounts (subsidiaries, partners, acquisitions) and of contacts (reporting lines, who else they are)."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.links.link import link as one_link
from graphcrm.services import links
from graphcrm.services.changes import Change
from graphcrm.web.addresses import V1
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.edge_bodies import (
    LINK_CHANGE,
    NEW_ACCOUNT_LINK,
    NEW_CONTACT_LINK,
    NewAccountLink,
    NewContactLink,
)
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import links as shapes
from graphcrm.web.api.shapes.links import LinkBody, LinkList
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import AsOfParameters, PageParameters
from graphcrm.web.context import graph

routes = Blueprint("api_links", __name__)

_TAG = tag("Links", "Subsidiaries, partners and acquisitions of accounts; reporting lines and relations of contacts.")
_ACCOUNT = {"uid": "The account's uid."}
_CONTACT = {"uid": "The contact's uid."}
_LINK = {"uid": "The link's uid."}
_UNDER = f"{V1}/links"


@routes.get("/accounts/<uid>/links")
@documented(LinkList, _TAG, also=(404,), path=_ACCOUNT)
def links_of_account(uid: str, query: PageParameters) -> LinkList:
    """Every link of an account that had begun by the day, whichever way it goes."""
    return _links("Account", account(graph(), uid=uid).uid, query)


@routes.get("/contacts/<uid>/links")
@documented(LinkList, _TAG, also=(404,), path=_CONTACT)
def links_of_contact(uid: str, query: PageParameters) -> LinkList:
    """Every link of a contact that had begun by the day, whichever way it goes."""
    return _links("Contact", contact(graph(), uid=uid).uid, query)


def _links(label: str, uid: str, query: PageParameters) -> LinkList:
    page = listings.links(graph(), label, uid, query)
    return shapes.link_list(page.rows, page.cursor, moment(query.as_of).on)


@routes.post("/accounts/<uid>/links")
@changing(LinkBody, _TAG, Takes(NEW_ACCOUNT_LINK, status=201, under=_UNDER), also=(404, 409), path=_ACCOUNT)
def add_account_link(change: Change, uid: str, body: NewAccountLink) -> LinkBody:
    """Link an account to another; whoever works at one that is succeeded works at its successor from that day on."""
    return _body(change, links.add(change, "Account", uid, body.to, body.kind, body.values()))


@routes.post("/contacts/<uid>/links")
@changing(LinkBody, _TAG, Takes(NEW_CONTACT_LINK, status=201, under=_UNDER), also=(404, 409), path=_CONTACT)
def add_contact_link(change: Change, uid: str, body: NewContactLink) -> LinkBody:
    """Link a contact to another: whom they report to, or what else they are to each other."""
    return _body(change, links.add(change, "Contact", uid, body.to, body.kind, body.values()))


@routes.get("/links/<uid>")
@documented(LinkBody, _TAG, also=(404,), path=_LINK)
def link(uid: str, query: AsOfParameters) -> LinkBody:
    """One link."""
    return tagged(shapes.link_body(one_link(graph(), uid=uid), moment(query.as_of).on))


@routes.patch("/links/<uid>")
@changing(LinkBody, _TAG, Takes(LINK_CHANGE), also=(404, 409, 412), path=_LINK)
def correct_link(change: Change, uid: str, body: Body) -> LinkBody:
    """Correct a link, or end it: what is sent is set, what is null is emptied."""
    links.correct(change, uid, body.values())
    return _body(change, uid)


@routes.delete("/links/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404, 412), path=_LINK)
def remove_link(change: Change, uid: str) -> None:
    """Remove a link that never was; one that is over is ended."""
    links.remove(change, uid)


def _body(change: Change, uid: str) -> LinkBody:
    return shapes.link_body(one_link(change.tx, uid=uid), change.today)
