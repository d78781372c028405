"""Make and change records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _

from graphcrm.errors import InvalidInputError, said
from graphcrm.queries.contacts.job import OneJob
from graphcrm.queries.contacts.job import job as one_job
from graphcrm.queries.offers.likely_accounts import likely_accounts
from graphcrm.services import jobs, kinds
from graphcrm.services.changes import Change
from graphcrm.web.context import graph
from graphcrm.web.pages.changes import offers
from graphcrm.web.pages.forms.fields import Field
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, form_of, of_each, read
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.parts import Parts
from graphcrm.web.pages.forms.saving import Page, keep
from graphcrm.web.pages.forms.tagged import Tags
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("records", __name__)


@of_each(routes, "/new", "GET")
def new(kind: str) -> str:
    """Ask what is to be known of a new record."""
    return _show(kind, _new_form(kind))


@of_each(routes, "/new", "POST")
def create(kind: str) -> Page:
    """Make a record."""
    form = _new_form(kind)

    def work(change: Change) -> str:
        values = _values(change, form)
        beside = {name: values.pop(name, None) for name in ("company", "job_title", "people")}
        uid = kinds.create(change, kind, values)
        _employ(change, uid, **beside)
        return _next(change, kind, uid, beside["company"])

    return keep(form, work, _("Saved."), lambda form: _show(kind, form))


def _next(change: Change, kind: str, uid: str, company: str | None) -> str:
    """Where one goes on: to who may be at a new account, or to the job that a new contact may have."""
    if kind == "account":
        return offers.where(change, uid)
    if kind == "contact" and not company and can("jobs.add"):
        likely = likely_accounts(change.tx, contact=uid, on=change.today, limit=1)
        if likely:
            return url_for("jobs.new", uid=uid, account=likely[0].uid)
    return address(kind, uid)


def _employ(change: Change, new: str, company: str | None, job_title: str | None, people: list[str] | None) -> None:
    """Give a new contact a job at a company, or some people one at a new account."""
    if company:
        jobs.employ(change, new, company, {"title": job_title})
    elif job_title:
        raise InvalidInputError(said("A job is at a company, and none is said; say where they work."), field="company")
    for contact in people or ():
        jobs.employ(change, contact, new, {})


@of_each(routes, "/<uid>/edit", "GET")
def edit(kind: str, uid: str) -> str:
    """Show a record's fields, to change them."""
    record = read(graph(), kind, uid)
    return _show(kind, form_of(kind, record), uid, record.name)


@of_each(routes, "/<uid>/edit", "POST")
def change(kind: str, uid: str) -> Page:
    """Change a record."""
    record = read(graph(), kind, uid)
    form = form_of(kind, record)

    def work(change: Change) -> str:
        kinds.edit(change, kind, uid, _values(change, form))
        return address(kind, uid)

    return keep(form, work, _("Saved."), lambda form: _show(kind, form, uid, record.name))


def _values(change: Change, form: Form) -> dict[str, Any]:
    """What somebody changed, with the uids of the records that they named."""
    named = [field for field in form.fields if isinstance(field, Named | Tags)]
    values = form.changed()
    return values | {field.name: _meant(change, field) for field in named if field.name in values}


def _meant(change: Change, field: Named | Tags) -> Sequence[object] | str | None:
    """The uids of a field that takes several, with the parts that they have, or that of the one; of tags the names."""
    if isinstance(field, Tags):
        return field.names(change.tx)
    if isinstance(field, Parts):
        return field.parts(change.tx)
    return field.uids(change.tx) if field.input == "list" else field.uid_or_none(change.tx)


def _show(kind: str, form: Form, uid: str | None = None, name: str | None = None) -> str:
    return render_template("forms/record.html", kind=kind, form=form, uid=uid, name=name)


def _new_form(kind: str) -> Form:
    form = form_of(kind)
    form.fields = [*form.fields, *_jobs(kind)]
    if kind == "lead" and request.method == "GET" and (uid := request.args.get("job")):
        _of_job(form, one_job(graph(), uid=uid))
    return form


def _of_job(form: Form, job: OneJob) -> None:
    """Begin a lead of what somebody's new job opens: who they are there, and where."""
    for name, known in (("name", job.contact_name), ("company_name", job.account_name), ("title", job.title)):
        if any(field.name == name for field in form.fields):  # one that is hidden is not shown
            form[name].content = known or ""


def _jobs(kind: str) -> list[Field]:
    """Where a new contact works, and who works at a new account: what makes jobs."""
    if not can("jobs.add"):
        return []
    if kind == "account":
        help_ = _("Names, addresses or uids, one a line. Each gets a job here.")
        return [Named("people", _("Who works there"), help_, input="list", label_of="Contact", also=["contact"])]
    if kind != "contact":
        return []
    company = Named("company", _("Works at"), _("Its name, a domain, or its uid."), also=["account"])
    uid = request.args.get("account")
    if uid and request.method == "GET":  # what is typed then stands, whatever became of that account
        company.content = f"{read(graph(), 'account', uid).name} ({uid})"
    return [company, Field("job_title", _("As"), _("The title of the job."), also=["title"])]
