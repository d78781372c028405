"""The pool: take leads from it, say that nothing will come of one, and see which are due back in it."""

from __future__ import annotations

from itertools import groupby

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from graphcrm.dates import moment
from graphcrm.queries.leads.silent import SilentLead
from graphcrm.queries.leads.taken import taken
from graphcrm.services import bulk, pool
from graphcrm.services.changes import Change
from graphcrm.web.addresses import local
from graphcrm.web.context import graph, my_uid, reader
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, read
from graphcrm.web.pages.forms.saving import Page, keep, press
from graphcrm.web.pages.lists.bulk import chosen
from graphcrm.web.pages.shell.layout import can

routes = Blueprint("pool", __name__)


@routes.get("/pool")
def show() -> str:
    """Show how many leads one may take, and which are due back."""
    due = pool.silent_leads(graph(), reader()) if can("pool.reclaim", "lead") else []
    owners = [(name, list(leads)) for name, leads in groupby(due[: bulk.MOST], lambda one: (one.owner, one.owner_name))]
    mine = taken(graph(), user=my_uid(), on=moment(None).on)
    return render_template("pool/pool.html", mine=mine, owners=owners, more=len(due) > bulk.MOST)


@routes.post("/pool/reclaim")
def reclaim() -> Response:
    """Put those of the leads that were shown, and are still due, back into the pool."""
    uids, back = chosen(), url_for("pool.show")

    def work(change: Change) -> str:
        pool.reclaim(change, uids, _because)
        return back

    return press(work, _("What was still due is in the pool."), back)


@routes.post("/leads/<uid>/claim")
def claim(uid: str) -> Response:
    """Take a lead from the pool."""
    back = address("lead", uid)

    def work(change: Change) -> str:
        pool.claim(change, [uid])
        return back

    return press(work, _("The lead is yours."), back)


@routes.post("/leads/claim")
def claim_all() -> Response:
    """Take what was chosen from the pool: all of it, or nothing."""
    uids, back = chosen(), local(request.form.get("back"))

    def work(change: Change) -> str:
        pool.claim(change, uids)
        return back

    return press(work, ngettext("%(num)d lead is yours.", "%(num)d leads are yours.", len(uids)), back)


@routes.get("/leads/<uid>/ignore")
def ask(uid: str) -> str:
    """Ask why nothing will come of a lead."""
    return _ask(Form([]), uid)


@routes.post("/leads/<uid>/ignore")
def ignore(uid: str) -> Page:
    """Say that nothing will come of a lead: it goes back to the pool."""
    form = Form([])

    def work(change: Change) -> str:
        pool.ignore(change, uid, form.why.content)
        return address("lead", uid)

    return keep(form, work, _("The lead is ignored, and in the pool."), lambda form: _ask(form, uid))


def _ask(form: Form, uid: str) -> str:
    return render_template("pool/ignore.html", form=form, record=read(graph(), "lead", uid))


def _because(lead: SilentLead) -> str:
    """Why a lead is taken from its owner, for the list of owners."""
    return ngettext("nobody had to do with it for %(num)d day", "nobody had to do with it for %(num)d days", lead.days)
