"""Accounts and their people."""

from __future__ import annotations

from flask import Blueprint

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.accounts.classes import classes as classes_of
from graphcrm.web.api.etags import tagged
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes import jobs as job_shapes
from graphcrm.web.api.shapes import records as record_shapes
from graphcrm.web.api.shapes.chart import ChartBody, chart_body
from graphcrm.web.api.shapes.classes import ClassesBody, classes_body
from graphcrm.web.api.shapes.jobs import PersonList
from graphcrm.web.api.shapes.potential import PotentialBody, potential_body
from graphcrm.web.api.shapes.records import AccountBody
from graphcrm.web.api.shapes.timeline import TimelineList, timeline_list
from graphcrm.web.asking import listings
from graphcrm.web.asking.accounts import timeline as timeline_of
from graphcrm.web.asking.chart import chart as chart_of
from graphcrm.web.asking.met import MetParameters
from graphcrm.web.asking.parameters import AsOfParameters, Parameters, PeopleParameters
from graphcrm.web.asking.potential import weigh
from graphcrm.web.context import graph, reader

routes = Blueprint("api_accounts", __name__)

TAG = tag("Accounts", "An account, its people, and the ways into it.")
UID = {"uid": "The account's uid."}


@routes.get("/accounts/<uid>")
@documented(AccountBody, TAG, also=(404,), path=UID)
def account(uid: str, query: AsOfParameters) -> AccountBody:
    """One account, with the owner of the day."""
    return tagged(record_shapes.account_body(one_account(graph(), uid=uid, on=query.as_of)))


@routes.get("/accounts/classes")
@documented(ClassesBody, TAG)
def classes(query: Parameters) -> ClassesBody:  # noqa: ARG001  (there are none; others are refused)
    """How many accounts there are of each value, size, industry and region: 12 of each, without placeholders."""
    return classes_body(classes_of(graph()))


@routes.get("/accounts/<uid>/people")
@documented(PersonList, TAG, also=(404,), path=UID)
def people(uid: str, query: PeopleParameters) -> PersonList:
    """Who works at an account, or did, as of a day; of those who left, where they are now."""
    found = one_account(graph(), uid=uid)
    page = listings.people(graph(), found.uid, query)
    return job_shapes.person_list(page.rows, page.cursor, moment(query.as_of).on)


@routes.get("/accounts/<uid>/potential")
@documented(PotentialBody, TAG, also=(404,), path=UID)
def potential(uid: str, query: Parameters) -> PotentialBody:  # noqa: ARG001  (there are none; others are refused)
    """What an account may be worth to us today: points for what speaks for it, factor by factor; no forecast."""
    return potential_body(weigh(graph(), uid, reader()))


@routes.get("/accounts/<uid>/timeline")
@documented(TimelineList, TAG, also=(404,), path=UID)
def timeline(uid: str, query: MetParameters) -> TimelineList:
    """What happened at an account before the day, the latest first: interactions, and who came, left and owned it."""
    found = one_account(graph(), uid=uid)
    page = timeline_of(graph(), found.uid, query)
    return timeline_list(page.rows, page.cursor, moment(query.as_of).on)


@routes.get("/accounts/<uid>/chart")
@documented(ChartBody, TAG, also=(404,), path=UID)
def chart(uid: str, query: AsOfParameters) -> ChartBody:
    """Who reports to whom at an account, as of a day, from the top down."""
    found = one_account(graph(), uid=uid)
    return chart_body(chart_of(graph(), found.uid, query))
