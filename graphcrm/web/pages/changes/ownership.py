"""Whose a record is: give it to one of us, or give it back."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import pgettext
from werkzeug.wrappers import Response

from graphcrm.access import OWNED, kind_of
from graphcrm.errors import NotFoundError, said
from graphcrm.nodes import EDGES
from graphcrm.nodes.base import fields
from graphcrm.queries.ownership.assignment import OneAssignment, assignment
from graphcrm.queries.users.users import users
from graphcrm.services import ownership
from graphcrm.services.changes import Change
from graphcrm.web.asking import listings
from graphcrm.web.asking.parameters import PlainPageParameters
from graphcrm.web.asking.parameters import read as asked_of
from graphcrm.web.context import graph
from graphcrm.web.pages.forms.fields import Field, of_class
from graphcrm.web.pages.forms.form import Form
from graphcrm.web.pages.forms.kinds import address, of_each, read
from graphcrm.web.pages.forms.saving import Page, keep, press

routes = Blueprint("ownership", __name__)

_START = fields(EDGES["ASSIGNED_TO"])["start"]


@of_each(routes, "/<uid>/owner", "GET", OWNED)
def owner(kind: str, uid: str) -> str:
    """Show whose a record is and was, and ask whose it becomes."""
    form, record = _form(), read(graph(), kind, uid)
    form["user"].content = record.owner[0] if record.owner else ""
    return _show(form, kind, uid)


@of_each(routes, "/<uid>/owner", "POST", OWNED)
def assign(kind: str, uid: str) -> Page:
    """Give a record to one of us, or give it back."""
    form = _form()

    def work(change: Change) -> str:
        user, start, reason = form["user"].content, form["start"].content, form.why.content
        on = _START.deflate(start) if start else None
        if user:
            ownership.assign(change, kind, uid, user, on=on, reason=reason)
        else:
            ownership.release(change, kind, uid, on=on, reason=reason)
        return address(kind, uid)

    return keep(form, work, _("Saved."), lambda form: _show(form, kind, uid))


@routes.get("/assignments/<uid>/edit")
def edit(uid: str) -> str:
    """Show an assignment, to correct it."""
    found = _assignment(uid)
    return _show_one(_form_of(found), found)


@routes.post("/assignments/<uid>/edit")
def correct(uid: str) -> Page:
    """Correct the days or the reasons of an assignment."""
    found = _assignment(uid)

    def work(change: Change) -> str:
        ownership.correct(change, uid, form.changed())
        return _back(found)

    form = _form_of(found)
    return keep(form, work, _("Saved."), lambda form: _show_one(form, found))


@routes.post("/assignments/<uid>/remove")
def remove(uid: str) -> Response:
    """Remove an assignment that never was."""
    back = _back(_assignment(uid))

    def work(change: Change) -> str:
        ownership.remove(change, uid)
        return back

    return press(work, _("The assignment is removed."), back)


def _assignment(uid: str) -> OneAssignment:
    found = assignment(graph(), uid=uid)
    if found is None:
        raise NotFoundError(said("There is no assignment %(uid)r.", uid=uid), field="assignment")
    return found


def _form_of(found: OneAssignment) -> Form:
    fields = of_class(EDGES["ASSIGNED_TO"], "start", "end", "reason", "end_reason")
    return Form([field.put(getattr(found, field.name)) for field in fields], rev=found.rev)


def _back(found: OneAssignment) -> str:
    return url_for("ownership.owner", kind=kind_of(found.label), uid=found.record)


def _show_one(form: Form, found: OneAssignment) -> str:
    heading = _("%(name)s, owned by %(user)s", name=found.name, user=found.user_name)
    removal = url_for("ownership.remove", **(request.view_args or {}))
    return render_template(
        "forms/edge.html",
        form=form,
        heading=heading,
        what=_("Assignment"),
        place=_("Owner"),
        back=_back(found),
        removal=removal,
        remove=_("Remove this assignment"),
        remove_why=_("For an assignment that never was; one that is over is ended"),
    )


def _form() -> Form:
    of_us = [(user.uid, user.name) for user in users(graph(), active_only=True)]
    return Form([
        Field("user", _("Owner"), _("Nobody: it is given back."), input="choice", choices=of_us, example=_("nobody")),
        Field(
            "start", pgettext("a day", "From"), _("The first day; left empty: today."), also=["on"],
            example="2019-05-17",
        ),
    ])  # fmt: skip


def _show(form: Form, kind: str, uid: str) -> str:
    record = read(graph(), kind, uid)
    page = listings.owners(graph(), kind, uid, asked_of(PlainPageParameters, request.args))
    return render_template("forms/owner.html", form=form, kind=kind, record=record, page=page)
