"""Moves: a job ends and another begins on one day; and the question whether somebody moved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from flask import Blueprint, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.nodes import EDGES
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.contacts.job import job as one_job
from graphcrm.queries.contacts.jobs import Job
from graphcrm.queries.contacts.jobs import jobs as jobs_of
from graphcrm.queries.load.stored_stints import stored_stints
from graphcrm.services import jobs, moves
from graphcrm.services.changes import Change
from graphcrm.services.moves import Asked
from graphcrm.services.stints import Stint
from graphcrm.web.context import graph
from graphcrm.web.pages.changes.jobs import COMPANY, DATES, in_the_way
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep, press
from graphcrm.web.pages.words import spoken

routes = Blueprint("moves", __name__)


@routes.get("/contacts/<uid>/move")
def ask(uid: str) -> str:
    """Ask where somebody moves to, and when."""
    return _show(_form(_open_jobs(uid))[0], uid)


@routes.post("/contacts/<uid>/move")
def move(uid: str) -> Page:
    """Record a move."""
    form, company = _form(_open_jobs(uid))

    def work(change: Change) -> str:
        said = {name: form[name].meant() for name in ("effective_on", "from_job", "to_job")}
        to = company.uid(change.tx)
        values = {name: value for name in ("title", "role") if (value := form[name].meant())}
        said["effective_on"] = said["effective_on"] or ""
        overlap = "allow_overlap" in request.form
        moves.move(change, Asked(uid, to, values=values, allow_overlap=overlap, **said))
        return address("contact", uid)

    return keep(form, work, _("The move is recorded."), lambda form: _show(form, uid))


@routes.get("/jobs/<uid>/moved")
def proposal(uid: str) -> str:
    """Ask whether somebody who has a new job left another one for it."""
    job = one_job(graph(), uid=uid)
    career = [Stint.stored(found) for found in stored_stints(graph(), contacts=[job.contact], uids=[])]
    others = [stint for stint in career if stint.uid != uid]
    stint = next(stint for stint in career if stint.uid == uid)
    uids = {other.uid for other in jobs.leaves_behind(stint, others)}
    left = [other for other in _open_jobs(job.contact) if other.uid in uids]
    return render_template("forms/proposal.html", job=job, left=left)


@routes.post("/jobs/<uid>/beside")
def beside(uid: str) -> Response:
    """Say that a job is held beside the others."""
    back = address("contact", one_job(graph(), uid=uid).contact)

    def work(change: Change) -> str:
        jobs.correct(change, uid, {"concurrent": True})
        return back

    return press(work, _("Both jobs are held."), back)


def _open_jobs(uid: str) -> list[Job]:
    today = datetime.now(UTC).date()
    return [job for job in jobs_of(graph(), contact=uid, on=today) if job.end_status == "ongoing"]


def _form(held: Sequence[Job]) -> tuple[Form, Named]:
    company = Named("to_account", _("Moves to"), str(COMPANY), required=True, also=["account"])
    today = str(datetime.now(UTC).date())
    first_day = Field(
        "effective_on", _("First day there"), _("As much of it as is known."), example=str(DATES), content=today
    )
    leaving = [
        (job.uid, _("%(job)s at %(account)s", job=job.title or spoken(job.kind), account=job.account_name))
        for job in held
    ]
    left = _("Left empty: the main job, or the only one.")
    from_job = Field("from_job", _("Leaves"), left, input="choice", choices=leaving)
    to_job = Field("to_job", _("The job there"), input="hidden")
    return Form([company, first_day, *of_class(EDGES["WORKS_AT"], "title", "role"), from_job, to_job]), company


def _show(form: Form, uid: str) -> str:
    other = in_the_way(form)
    return render_template("forms/move.html", form=form, contact=contact(graph(), uid=uid), other=other)
