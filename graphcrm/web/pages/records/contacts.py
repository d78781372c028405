"""Contacts: the career, who they worked with, what we had to do with them, and who of us knows them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from flask import Blueprint, render_template, request

from graphcrm.dates import moment
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.queries.contacts.jobs import jobs as jobs_of
from graphcrm.queries.contacts.known_by import known_by
from graphcrm.queries.links.links_of import links_of
from graphcrm.queries.ownership.owners import Owner
from graphcrm.queries.ownership.owners import owners as owners_of
from graphcrm.web.asking import listings
from graphcrm.web.asking.activity import of_contact
from graphcrm.web.asking.met import MetParameters, events_of_contact
from graphcrm.web.asking.parameters import ColleaguesParameters, read
from graphcrm.web.context import graph, my_uid, my_zone
from graphcrm.web.pages.changes.story import Told, told
from graphcrm.web.pages.lifecycles import suggested_for
from graphcrm.web.pages.paths.factors import Factor, colleague_factors, tie_factors
from graphcrm.web.pages.records.campaigns import attended_by
from graphcrm.web.pages.records.career import Career
from graphcrm.web.pages.records.contracts import agreed
from graphcrm.web.pages.records.opportunities import deals_of
from graphcrm.web.pages.records.service_requests import asked_of
from graphcrm.web.pages.records.steps import steps_of
from graphcrm.web.pages.records.users import us_to_choose
from graphcrm.web.pages.shell.layout import is_past

routes = Blueprint("contacts", __name__)

_FIRST = 8  # colleagues and interactions on the contact's own page
_OWNERS = 5  # who it was given to on one day, and has been given to since
_LINKS, _CHANGES = 6, 4  # of the panels at the side


@routes.get("/contacts/<uid>")
def contact(uid: str) -> str:
    """Show a person's story: the career as dated bars, and what hangs on it."""
    asked = read(ColleaguesParameters, request.args)
    first, when = asked.model_copy(update={"limit": _FIRST, "cursor": None}), moment(asked.as_of)
    found = one_contact(graph(), uid=uid, on=when.on)
    page, colleagues = listings.colleagues(graph(), uid, first, when.on)
    ties = [(tie, tie_factors(tie)) for tie in known_by(graph(), contact=uid, before=when.before)]
    return render_template(
        "contacts/contact.html",
        contact=found,
        as_of=asked.as_of,
        career=_career(uid, when.on),
        colleagues=colleagues,
        people=_weighed(page.rows, when.on),
        interactions=events_of_contact(graph(), uid, MetParameters(as_of=asked.as_of, limit=_FIRST)),
        ties=ties,
        mine=next((tie.rating for tie, _ in ties if tie.user == my_uid()), None),
        owned=_owned(uid, when.on),
        links=links_of(graph(), label="Contact", uid=uid, on=when.on, limit=_LINKS),
        changes=None if is_past(asked.as_of) else _changes(uid),
        steps=steps_of("Contact", uid, asked.as_of),
        suggested=suggested_for("Contact", uid, asked.as_of),
        deals=deals_of("Contact", uid, asked.as_of),
        agreed=agreed("Contact", uid, asked.as_of),
        requests=asked_of("Contact", uid, asked.as_of),
        looked=of_contact(graph(), uid, asked, my_zone()),
        campaigns=attended_by("Contact", uid, asked.as_of),
        sought=None,
        users=[(tie.user, tie.user_name) for tie, _ in ties],
    )


@routes.get("/contacts/<uid>/colleagues")
def colleagues(uid: str) -> str:
    """Show all colleagues, or those at one account, page by page."""
    asked = read(ColleaguesParameters, request.args)
    on = moment(asked.as_of).on
    found = one_contact(graph(), uid=uid, on=on)
    page, all_of_them = listings.colleagues(graph(), uid, asked, on)
    return render_template(
        "contacts/colleagues.html",
        contact=found,
        as_of=asked.as_of,
        at=one_account(graph(), uid=asked.account).name if asked.account else None,
        career=_career(uid, on),
        page=page,
        people=_weighed(page.rows, on),
        colleagues=all_of_them,
    )


@routes.get("/contacts/<uid>/interactions")
def interactions(uid: str) -> str:
    """Show all interactions, or those that are asked for, page by page."""
    asked = read(MetParameters, request.args)
    found = one_contact(graph(), uid=uid, on=moment(asked.as_of).on)
    page, users = events_of_contact(graph(), uid, asked), us_to_choose()
    return render_template(
        "contacts/interactions.html", contact=found, as_of=asked.as_of, page=page, sought=asked, users=users
    )


def _career(uid: str, on: date) -> Career:
    return Career.of(jobs_of(graph(), contact=uid, on=on), on)


def _weighed(people: Iterable[Acquaintance], on: date) -> list[tuple[Acquaintance, list[Factor]]]:
    """People, each with what the strength is the product of."""
    return [(person, colleague_factors(person, on)) for person in people]


def _owned(uid: str, on: date) -> Owner | None:
    """Whose a contact is on a day, and since when."""
    owners = owners_of(graph(), label="Contact", uid=uid, limit=_OWNERS)
    return next((owner for owner in owners if owner.since <= on < owner.until), None)


def _changes(uid: str) -> list[Told]:
    """What was done to a contact, the latest first."""
    rows = revisions_on(graph(), label="Contact", uid=uid, after=None, limit=_CHANGES)
    return told(graph(), rows, my_uid())
