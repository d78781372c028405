"""Automations: made of a list, tried without doing anything, started, and what they did."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from graphcrm.access import many
from graphcrm.errors import GraphcrmError, NotFoundError, said
from graphcrm.nodes import NODES
from graphcrm.nodes.automations import KINDS
from graphcrm.queries.automations.automations import Automation
from graphcrm.queries.automations.automations import automations as all_automations
from graphcrm.queries.mail.templates import templates
from graphcrm.queries.records.names import names
from graphcrm.services import automations as service
from graphcrm.services.changes import Change
from graphcrm.web.asking import automations as asking
from graphcrm.web.asking.parameters import PlainPageParameters, read
from graphcrm.web.context import graph, my_uid
from graphcrm.web.languages import in_words
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.named import Named
from graphcrm.web.pages.forms.saving import Page, keep, press

routes = Blueprint("automations", __name__)

_WHAT = ("name", "task", "task_days", "task_for", "assign_to", "notify", "template", "active")
_HIDDEN = ("of", "parameters")


@routes.get("/automations")
def list_() -> str:
    """Show one's own automations."""
    found = all_automations(graph(), user=my_uid())
    return render_template("automations/list.html", automations=found, list_of=list_of)


@routes.get("/automations/new")
def new() -> str | Response:
    """Ask what is to be done with what comes into a list; without one, show how one comes here."""
    form, of = _form(), request.args.get("of", "")
    if not of:
        return redirect(url_for("automations.list_"), HTTPStatus.SEE_OTHER)
    if of not in KINDS:
        raise NotFoundError(said("There is no list of %(of)r.", of=of[:60]), field="of")
    for name in _HIDDEN:
        form[name].content = request.args.get(name, "")
    form["active"].content = "true"
    return _show(form)


@routes.post("/automations/new")
def create() -> Page:
    """Write a new automation."""
    return _put(_form())


@routes.get("/automations/<uid>")
def one(uid: str) -> str:
    """Show an automation: what the next round would do, what it did, and its form."""
    found = service.one(graph(), my_uid(), uid)
    return _show(_form_of(found), found)


@routes.post("/automations/<uid>")
def change(uid: str) -> Page:
    """Change an automation."""
    found = service.one(graph(), my_uid(), uid)
    return _put(_form_of(found), found)


@routes.post("/automations/<uid>/delete")
def delete(uid: str) -> Response:
    """Delete an automation."""
    back = url_for("automations.list_")

    def work(change: Change) -> str:
        service.delete(change, my_uid(), uid)
        return back

    return press(work, _("The automation is deleted."), back, undo_at=url_for("automations.restore", uid=uid))


@routes.post("/automations/<uid>/restore")
def restore(uid: str) -> Response:
    """Bring back an automation that was deleted; it does not run."""
    back = url_for("automations.list_")

    def work(change: Change) -> str:
        service.restore(change, my_uid(), uid)
        return back

    return press(work, _("The automation is back; start it when it is to run."), back, undo_at="")


def list_of(of: str, parameters: str) -> str:
    """The list of an automation."""
    return f"{url_for(f'lists.{many(of)}')}?{parameters}" if of in KINDS else url_for("home.home")


def _put(form: Form, found: Automation | None = None) -> Page:
    def work(change: Change) -> str:
        values = form.changed()
        if "assign_to" in values:
            field = form["assign_to"]
            values["assign_to"] = field.uid_or_none(change.tx) if isinstance(field, Named) else None
        if found is None or "parameters" in values:
            values["parameters"] = asking.parameters(form["of"].content, form["parameters"].content)
        standing_too = request.form.get("standing_too") == "true"
        uid = asking.put(change, my_uid(), values, found.uid if found else None, standing_too=standing_too)
        return url_for("automations.one", uid=uid)

    return keep(form, work, _("Saved."), lambda form: _show(form, found), undo_at="")


def _form(found: Automation | None = None) -> Form:
    fields = {field.name: field for field in of_class(NODES["Automation"], *_WHAT, *_HIDDEN)}
    whom = {"owner": _("the owner of the record"), "author": _("me")}
    for name in ("task_for", "notify"):
        fields[name].choices = list(whom.items())
    assign: Field = Named("assign_to", fields["assign_to"].label, _("A name, an address, or a uid."), label_of="User")
    fields["assign_to"] = assign
    offered = [(one.uid, one.name) for one in templates(graph(), user=my_uid())]
    if found and found.template and found.template not in dict(offered):
        offered.append((found.template, _("one that you have no more")))  # or saving something else would take it away
    fields["template"].input, fields["template"].choices, fields["template"].help = "choice", offered, ""
    for name in _HIDDEN:
        fields[name].input, fields[name].choices = "hidden", ()
    return Form(list(fields.values()))


def _form_of(found: Automation) -> Form:
    form = _form(found)
    form.rev = found.rev
    for field in form.fields:
        if isinstance(field, Named) and found.assign_to:
            field.called = {one.uid: one.name for one in names(graph(), uids=[found.assign_to])}
        field.put(getattr(found, field.name))
        if field.name in _HIDDEN:
            field.input = "hidden"
    return form


def _show(form: Form, found: Automation | None = None) -> str:
    ran = asking.runs(graph(), found.uid, read(PlainPageParameters, request.args)) if found else None
    tried, problem = None, None
    if found:
        try:
            tried = asking.preview(graph(), found)
        except GraphcrmError as error:
            problem = in_words(error.detail)
    return render_template(
        "automations/one.html",
        form=form,
        automation=found,
        ran=ran,
        tried=tried,
        problem=problem,
        list_of=list_of,
        standing_too=request.form.get("standing_too"),
    )
