"""Contacts: their jobs, their colleagues, what we had to do with them, and who of us knows them."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.warmth import MODEL_VERSION
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import jobs as job_shapes
from graphcrm.web.api.shapes import people as shapes
from graphcrm.web.api.shapes import records as record_shapes
from graphcrm.web.api.shapes.activity import ActivityBody, activity_body
from graphcrm.web.api.shapes.jobs import JobList
from graphcrm.web.api.shapes.people import ColleagueList, InteractionList, KnownByList
from graphcrm.web.api.shapes.records import ContactBody
from graphcrm.web.asking import listings
from graphcrm.web.asking.activity import of_contact
from graphcrm.web.asking.met import MetParameters
from graphcrm.web.asking.met import of_contact as met_with
from graphcrm.web.asking.parameters import AsOfParameters, ColleaguesParameters, PageParameters
from graphcrm.web.context import graph, my_zone

routes = Blueprint("api_contacts", __name__)

_TAG = tag("Contacts", "A contact's career, colleagues and history with us.")
_UID = {"uid": "The contact's uid."}


@routes.get("/contacts/<uid>")
@documented(ContactBody, _TAG, also=(404,), path=_UID)
def contact(uid: str, query: AsOfParameters) -> ContactBody:
    """One contact, with the owner of the day."""
    return tagged(record_shapes.contact_body(one_contact(graph(), uid=uid, on=query.as_of)))


@routes.get("/contacts/<uid>/jobs")
@documented(JobList, _TAG, also=(404,), path=_UID)
def jobs(uid: str, query: PageParameters) -> JobList:
    """A contact's career: every job that had begun by the day, by its start."""
    found, on = one_contact(graph(), uid=uid), moment(query.as_of).on
    page = listings.jobs(graph(), found.uid, query)
    return job_shapes.job_list(page.rows, page.cursor, on)


@routes.get("/contacts/<uid>/colleagues")
@documented(ColleagueList, _TAG, also=(404,), path=_UID)
def colleagues(uid: str, query: ColleaguesParameters) -> ColleagueList:
    """Who a contact may have worked with, where and for how long, strongest first."""
    found, on = one_contact(graph(), uid=uid), moment(query.as_of).on
    page, people = listings.colleagues(graph(), found.uid, query, on)
    return shapes.colleague_list(people, page.cursor, on)


@routes.get("/contacts/<uid>/interactions")
@documented(InteractionList, _TAG, also=(404,), path=_UID)
def interactions(uid: str, query: MetParameters) -> InteractionList:
    """What we had to do with a contact before the day, latest first, with the employer of that day."""
    found = one_contact(graph(), uid=uid)
    page = met_with(graph(), found.uid, query)
    return shapes.interaction_list(page.rows, page.cursor, moment(query.as_of).on)


@routes.get("/contacts/<uid>/known-by")
@documented(KnownByList, _TAG, also=(404,), path=_UID)
def known_by(uid: str, query: PageParameters) -> KnownByList:
    """Who of us knows a contact, how well, and by what evidence."""
    found = one_contact(graph(), uid=uid)
    page, on = listings.known_by(graph(), found.uid, query)
    return shapes.known_by_list(page.rows, page.cursor, on, MODEL_VERSION)


@routes.get("/contacts/<uid>/activity")
@documented(ActivityBody, _TAG, also=(404,), path=_UID)
def activity(uid: str, query: AsOfParameters) -> ActivityBody:
    """How often a contact deals with us, how, about what, when, and who answers whom, in the year before the day."""
    found = one_contact(graph(), uid=uid)
    return activity_body(of_contact(graph(), found.uid, query, my_zone()))
