"""The jobs of a contact: add, correct, end and remove them."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.wrappers import Response

from graphcrm.nodes import EDGES
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.contacts.job import OneJob
from graphcrm.queries.contacts.job import job as one_job
from graphcrm.services import jobs
from graphcrm.services.changes import Change
from graphcrm.services.stints import BOUNDS
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep, press

routes = Blueprint("jobs", __name__)

_OURS = ("uid", "external_id", "source", "recorded_at", "recorded_by", "rev", "carried_from", *BOUNDS)
DATES = lazy_gettext("2019, 2019-05 or 2019-05-17")
COMPANY = lazy_gettext("Its name, a domain, or its uid.")
_BOTH = "allow_overlap"  # the name of what says that two jobs of one kind are held at once
_CONFLICTS = {
    "start": lazy_gettext("They have such a job at the same company at that time."),
    "primary": lazy_gettext("Another job is the main one at that time: end it, or let this one not be the main one."),
}


@routes.get("/contacts/<uid>/jobs/new")
def new(uid: str) -> str:
    """Ask what is to be known of a new job."""
    return _show(_new_form()[0], uid)


@routes.post("/contacts/<uid>/jobs/new")
def add(uid: str) -> Page:
    """Add a job; where another seems to have ended, ask whether they moved."""
    form, company = _new_form()

    def work(change: Change) -> str:
        values, account = form.changed(), company.uid(change.tx)
        del values[company.name]
        stint = jobs.add(change, uid, values, account=account, allow_overlap=_BOTH in request.form)
        others = [other for other in jobs.career(change, uid) if other.uid != stint.uid]
        left = jobs.leaves_behind(stint, others)
        return url_for("moves.proposal", uid=stint.uid) if left else address("contact", uid)

    return keep(form, work, _("Saved."), lambda form: _show(form, uid))


@routes.get("/jobs/<uid>/edit")
def edit(uid: str) -> str:
    """Show a job's fields, to correct them or to end it."""
    job = one_job(graph(), uid=uid)
    return _show(_form_of(job), job.contact, job)


@routes.post("/jobs/<uid>/edit")
def correct(uid: str) -> Page:
    """Correct a job."""
    job = one_job(graph(), uid=uid)
    form = _form_of(job)

    def work(change: Change) -> str:
        jobs.correct(change, uid, form.changed(), allow_overlap=_BOTH in request.form)
        return address("contact", job.contact)

    return keep(form, work, _("Saved."), lambda form: _show(form, job.contact, job))


@routes.post("/jobs/<uid>/remove")
def remove(uid: str) -> Response:
    """Remove a job that never was."""
    back = address("contact", one_job(graph(), uid=uid).contact)

    def work(change: Change) -> str:
        jobs.remove(change, uid)
        return back

    return press(work, _("The job is removed."), back)


def in_the_way(form: Form) -> OneJob | None:
    """The job that the one of a form cannot stand beside; the form says it in words."""
    if form.conflict is None:
        return None
    name, uid = form.conflict
    if name in _CONFLICTS:
        form.say(str(_CONFLICTS[name]), name)
    return one_job(graph(), uid=uid)


def _new_form() -> tuple[Form, Named]:
    company = Named("account", _("Company"), str(COMPANY), required=True)
    form = Form([company, *_fields()])
    form["kind"].content = "employee"
    uid = request.args.get("account")
    if uid and request.method == "GET":  # what is typed then stands, whatever became of that account
        company.content = f"{one_account(graph(), uid=uid).name} ({uid})"
    return form, company


def _form_of(job: OneJob) -> Form:
    return Form([field.put(getattr(job, field.name)) for field in _fields()], rev=job.rev)


def _fields() -> list[Field]:
    fields = of_class(EDGES["WORKS_AT"], without=_OURS)
    for field in fields:
        if field.name in {"start", "end"}:
            field.example = str(DATES)
    return fields


def _show(form: Form, uid: str, job: OneJob | None = None) -> str:
    person, other = contact(graph(), uid=uid), in_the_way(form)
    return render_template("forms/job.html", form=form, contact=person, job=job, other=other)
