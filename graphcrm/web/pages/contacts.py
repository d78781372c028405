"""Contacts: the career, who they worked with, what we had to do with them, and who of us knows them."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.queries.contacts.jobs import jobs as jobs_of
from graphcrm.queries.contacts.known_by import known_by
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import ColleaguesParameters, PageParameters, read
from graphcrm.web.context import graph
from graphcrm.web.pages.career import Career
from graphcrm.web.pages.factors import tie_factors

routes = Blueprint("contacts", __name__)

_FIRST = 8  # colleagues and interactions on the contact's own page


@routes.get("/contacts/<uid>")
def contact(uid: str) -> str:
    """Show a person's story: the career as dated bars, and what hangs on it."""
    found, asked = one_contact(graph(), uid=uid), read(ColleaguesParameters, request.args)
    first, when = asked.model_copy(update={"limit": _FIRST, "cursor": None}), moment(asked.as_of)
    _, colleagues = listings.colleagues(graph(), uid, first, when.on)
    return render_template(
        "contacts/contact.html",
        contact=found,
        as_of=asked.as_of,
        career=Career.of(jobs_of(graph(), contact=uid, on=when.on), when.on),
        colleagues=colleagues,
        interactions=listings.interactions(graph(), uid, first),
        ties=[(tie, tie_factors(tie)) for tie in known_by(graph(), contact=uid, before=when.before)],
    )


@routes.get("/contacts/<uid>/colleagues")
def colleagues(uid: str) -> str:
    """Show all colleagues, page by page."""
    found, asked = one_contact(graph(), uid=uid), read(ColleaguesParameters, request.args)
    on = moment(asked.as_of).on
    page, all_of_them = listings.colleagues(graph(), uid, asked, on)
    career = Career.of(jobs_of(graph(), contact=uid, on=on), on)
    return render_template(
        "contacts/colleagues.html",
        contact=found,
        as_of=asked.as_of,
        career=career,
        page=page,
        colleagues=all_of_them,
    )


@routes.get("/contacts/<uid>/interactions")
def interactions(uid: str) -> str:
    """Show all interactions, page by page."""
    found, asked = one_contact(graph(), uid=uid), read(PageParameters, request.args)
    page = listings.interactions(graph(), uid, asked)
    return render_template("contacts/interactions.html", contact=found, as_of=asked.as_of, page=page)
