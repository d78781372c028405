"""Leads: what is known of somebody whom nobody has qualified yet."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.leads.lead import lead as one_lead
from graphcrm.web.asking.met import MetParameters, events_of_lead
from graphcrm.web.asking.parameters import read
from graphcrm.web.context import graph
from graphcrm.web.pages.records.campaigns import attended_by
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.records.users import us_to_choose

routes = Blueprint("leads", __name__)


@routes.get("/leads/<uid>")
def lead(uid: str) -> str:
    """Show a lead, and whose it is on a day."""
    asked = read(MetParameters, request.args)
    found = one_lead(graph(), uid=uid, on=moment(asked.as_of).on)
    return render_template(
        "leads/lead.html",
        lead=found,
        as_of=asked.as_of,
        interactions=events_of_lead(graph(), uid, asked),
        steps=steps_of("Lead", uid, asked.as_of),
        campaigns=attended_by("Lead", uid, asked.as_of),
        sought=asked,
        users=us_to_choose(),
    )
